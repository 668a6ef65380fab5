/** Held while the browser's dialog is open: an input that nobody knows may be gone before it answers. */
let input: HTMLInputElement | undefined

/** Asks for files, of any kind unless the page wants some alone: which ones may be sent is decided by what is in them. */
export function chooseFiles(onChosen: (files: readonly File[]) => void, accept = ''): void {
  open({ multiple: true, accept }, onChosen)
}

/** Asks the camera. */
export function choosePhoto(onChosen: (files: readonly File[]) => void): void {
  open({ accept: 'image/*', capture: 'environment' }, onChosen)
}

function open(
  options: Partial<Pick<HTMLInputElement, 'multiple' | 'accept' | 'capture'>>,
  onChosen: (files: readonly File[]) => void,
): void {
  input = Object.assign(document.createElement('input'), { type: 'file', ...options })
  input.addEventListener('change', () => {
    onChosen([...(input?.files ?? [])])
    input = undefined
  })
  input.click()
}

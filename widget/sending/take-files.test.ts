import { expect } from '@open-wc/testing'
import { carriesFiles, pastedFiles, takeFiles } from './take-files.ts'

function data(files: readonly File[], text?: string): DataTransfer {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  if (text !== undefined) transfer.setData('text/plain', text)
  return transfer
}

const picture = () => new File(['x'], 'image.png', { type: 'image/png' })
const paste = (clipboardData: DataTransfer) => new ClipboardEvent('paste', { clipboardData })

describe('what somebody gives to a chat', () => {
  it('is all the files of a drop, in their order', () => {
    const { files, folders } = takeFiles(data([picture(), new File(['y'], 'b.txt')]))
    expect(files.map(({ name }) => name)).to.deep.equal(['image.png', 'b.txt'])
    expect(folders).to.equal(0)
  })

  it('is a picture that was copied', () => {
    expect(pastedFiles(paste(data([picture()]))).map(({ name }) => name)).to.deep.equal(['image.png'])
  })

  it('stays a text where an office program copies one with a picture of it', () => {
    expect(pastedFiles(paste(data([picture()], 'una tabla')))).to.deep.equal([])
  })

  it('is no file where words are dragged', () => {
    const drag = (dataTransfer: DataTransfer) => new DragEvent('dragenter', { dataTransfer })
    expect(carriesFiles(drag(data([], 'unas palabras')))).to.equal(false)
    expect(carriesFiles(drag(data([picture()])))).to.equal(true)
  })
})

/** Whether a file is of a kind that `<input accept>` names: `.pdf`, `image/*`, `application/pdf`. What is dropped or pasted passes no input. */
export function isAccepted({ name, type }: Pick<File, 'name' | 'type'>, accept: string): boolean {
  const kinds = accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean)
  return kinds.length === 0 || kinds.some((kind) => isOf(kind, name.toLowerCase(), type.toLowerCase()))
}

function isOf(kind: string, name: string, type: string): boolean {
  if (kind.startsWith('.')) return name.endsWith(kind)
  return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind
}

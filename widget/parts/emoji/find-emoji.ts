/** One emoji as people call it. */
export interface NamedEmoji {
  readonly emoji: string
  readonly name: string
  /** Name and further words, in the form that searches are in. */
  readonly words: string
}

/** From the lines of a dictionary: the emoji, its name, and after commas what else it is found by. */
export function readNames(lines: string): ReadonlyMap<string, NamedEmoji> {
  const read = lines
    .trim()
    .split('\n')
    .map((line): NamedEmoji => {
      const [emoji = '', ...said] = line.split(' ')
      const words = said.join(' ')
      return { emoji, name: words.split(',', 1)[0] ?? '', words: plain(words) }
    })
  return new Map(read.map((named) => [named.emoji, named]))
}

/** Those in which every word of a search begins a word; in languages without spaces, is anywhere. Best first: those named so. */
export function findEmoji(names: Iterable<NamedEmoji>, search: string): readonly NamedEmoji[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean)
  const found = [...names].filter(({ words }) => wanted.every((word) => holds(words, word)))
  const isNamed = ({ name }: NamedEmoji) => wanted.every((word) => holds(plain(name), word))
  return [...found.filter(isNamed), ...found.filter((named) => !isNamed(named))]
}

function holds(words: string, word: string): boolean {
  return NO_SPACES.test(word) ? words.includes(word) : ` ${words}`.includes(` ${word}`)
}

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Without accents and capitals: people leave both out. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(',', '')
}

import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line for a spreadsheet', () => {
  it('quotes text and leaves numbers as they are', () => {
    expect(csvLine(['a', 'say "hi", you', 7, -1, null, 'línea\nuna'])).toBe(
      '"a","say ""hi"", you",7,-1,,"línea\nuna"\r\n',
    )
  })

  it.each(['=1+1', '+34', '-2', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=1'])('makes %j text', (value) => {
    expect(csvLine([value])).toBe(`"'${value}"\r\n`)
  })
})

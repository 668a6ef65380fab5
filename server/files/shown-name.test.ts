import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_FILE_NAME_LENGTH } from '#shared/limits.ts'
import { textTypes, typesByContent, type FileType } from './file-types.ts'
import { shownName } from './shown-name.ts'

const pngType = typesByContent['image/png'] as FileType
const jpegType = typesByContent['image/jpeg'] as FileType
const [textType] = textTypes

describe('the name that people see', () => {
  it.each([
    ['📸 foto ñandú.png', '📸 foto ñandú.png'],
    ['要求.png', '要求.png'],
    ['تقرير.PNG', 'تقرير.PNG'],
    ['a"b.png', 'a"b.png'],
    ['a\r\nX-Evil: 1.png', 'aX-Evil: 1.png'],
    ['../../etc/passwd', 'passwd.png'],
    [String.raw`C:\Users\Ana\foto.png`, 'foto.png'],
    ['a/b\\c.png', 'c.png'],
    ['a\u2215b\uFF0Fc.png', 'a_b_c.png'],
    ['CON.png', '_CON.png'],
    ['com1', '_com1.png'],
    ['.htaccess', 'htaccess.png'],
    ['\u202Egnp.exe', 'gnp.exe.png'],
    ['foto\u202Egpj.png', 'fotogpj.png'],
    ['a\0b.png', 'ab.png'],
    ['foto.png. .', 'foto.png'],
    ['', 'file.png'],
    ['.', 'file.png'],
    ['..', 'file.png'],
    ['   ', 'file.png'],
    ['\u200F\uFEFF', 'file.png'],
    ['\ud83d.png', '\uFFFD.png'],
    ['e\u0301.png', 'é.png'],
    ['👨‍👩‍👧.png', '👨‍👩‍👧.png'],
    ['png', 'png.png'],
  ])('of %j is %j', (given, shown) => {
    expect(shownName(given, pngType)).toBe(shown)
  })

  it('ends in what is true', () => {
    expect(shownName('foto.jpeg', jpegType)).toBe('foto.jpeg')
    expect(shownName('IMG_1.png', jpegType)).toBe('IMG_1.png.jpg')
    expect(shownName('página.html', textType)).toBe('página.html.txt')
    expect(shownName('x.js', textType)).toBe('x.js.txt')
  })

  it('is cut between characters, before its ending', () => {
    const shown = shownName(`${'x'.repeat(300)}.png`, pngType)
    expect(shown).toBe(`${'x'.repeat(MAX_FILE_NAME_LENGTH - 4)}.png`)
    const family = '👨‍👩‍👧'
    expect(shownName(`${family.repeat(60)}.png`, pngType)).toBe(
      `${family.repeat(Math.floor((MAX_FILE_NAME_LENGTH - 4) / family.length))}.png`,
    )
  })

  it('E04: can always be shown, stored and said again, and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const shown = shownName(given, pngType)
        expect(shown.isWellFormed()).toBe(true)
        expect(shown.length).toBeLessThanOrEqual(MAX_FILE_NAME_LENGTH)
        expect(shown).toMatch(/^[^/\\\p{Cc}\u202A-\u202E\u2066-\u2069]+\.a?png$/iu)
        expect(shownName(shown, pngType)).toBe(shown)
      }),
    )
  })
})

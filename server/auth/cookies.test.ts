import { describe, expect, it } from 'vitest'
import { expireCookie, formatCookie, parseCookies } from './cookies.ts'

describe('reading', () => {
  it('takes ours and leaves the others', () => {
    expect(parseCookies('theme=dark; visitor_session=abc; console_session=def; _ga=GA1.2')).toEqual({
      visitor_session: 'abc',
      console_session: 'def',
    })
  })

  it.each([
    undefined,
    '',
    ';',
    '=',
    '=visitor_session',
    'visitor_session',
    'visitor_session=',
    'visitor_session= ; console_session=',
    '__proto__=x; constructor=y; toString=z',
    'xvisitor_session=abc',
    'visitor_session2=abc',
  ])('finds nothing in %o', (header) => {
    expect(parseCookies(header)).toEqual({})
  })

  it('believes the first of two, which a browser sends for the closer path', () => {
    expect(parseCookies('visitor_session=first; visitor_session=second')).toEqual({
      visitor_session: 'first',
    })
  })

  it('keeps an equals sign in a value', () => {
    expect(parseCookies('visitor_session=a=b==')).toEqual({ visitor_session: 'a=b==' })
  })
})

describe('writing', () => {
  const minute = { maxAge: 60_000 }

  it.each([
    [
      'visitor_session',
      true,
      'visitor_session=t; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=None; Partitioned',
    ],
    ['console_session', true, 'console_session=t; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax'],
    ['visitor_session', false, 'visitor_session=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax'],
    ['console_session', false, 'console_session=t; Max-Age=60; Path=/; HttpOnly; SameSite=Lax'],
  ] as const)('%s, over https: %s', (name, isSecure, header) => {
    expect(formatCookie(name, 't', { isSecure, ...minute })).toBe(header)
  })

  it('expires a cookie with the attributes it was set with, without which it would stay', () => {
    expect(expireCookie('visitor_session', true)).toBe(
      'visitor_session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=None; Partitioned',
    )
  })
})

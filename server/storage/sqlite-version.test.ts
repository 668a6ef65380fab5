import { describe, expect, it } from 'vitest'
import { checkSqliteVersion } from './sqlite-version.ts'

describe('the version of SQLite', () => {
  it.each(['3.51.3', '3.52.0', '4.0.0'])('%s will do', (version) => {
    expect(() => checkSqliteVersion(version)).not.toThrow()
  })

  it.each(['3.51.2', '3.7.17', '2.8.17'])('%s will not', (version) => {
    expect(() => checkSqliteVersion(version)).toThrow(/3\.51\.3 or newer/)
  })
})

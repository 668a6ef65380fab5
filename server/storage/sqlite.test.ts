import { openSqliteStorage } from './sqlite.ts'
import { testStorage } from './storage.contract.ts'

testStorage('SQLite', (clock) =>
  openSqliteStorage({
    path: ':memory:',
    clock,
    report(cause) {
      throw cause
    },
  }),
)

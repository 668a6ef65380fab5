import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'
import { testStorage } from './storage.contract.ts'

testStorage('SQLite', (clock) =>
  openSqliteStorage({
    path: ':memory:',
    seals: testSeals,
    clock,
    report(cause) {
      throw cause
    },
  }),
)

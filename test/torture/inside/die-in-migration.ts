import Database from 'better-sqlite3'

/** Which migration dies, and after how much of it: 0 before its first statement, 1 after its last, not yet committed. */
export interface Death {
  readonly version: number
  readonly share: number
}

/** Ends this process in the middle of a migration, as a power cut would. */
export function dieInMigration({ version, share }: Death): void {
  const exec = Reflect.get(Database.prototype, 'exec')
  Database.prototype.exec = function (sql: string) {
    const isFrame = /^(BEGIN|COMMIT|ROLLBACK)/.test(sql)
    if (isFrame || Number(this.pragma('user_version', { simple: true })) !== version - 1) {
      return exec.call(this, sql)
    }
    // A trigger's own statements end inside of it.
    const statements = sql.split(/;\n(?!END;)/)
    exec.call(this, `${statements.slice(0, Math.round(statements.length * share)).join(';\n')};`)
    process.kill(process.pid, 'SIGKILL')
    return this
  }
}

/** A thread that reads the whole data file once and tells what SQLite found: `ok`, or the first damage. */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const database = new Database(String(workerData), { readonly: true })
try {
  parentPort?.postMessage(database.pragma('quick_check(1)', { simple: true }))
} finally {
  database.close()
}

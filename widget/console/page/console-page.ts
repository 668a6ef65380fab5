// The console on its own page. The tag is in the page already: it comes to life as soon as its class is here.
import '../../chat-console.ts'
import { registerWorkerSoon } from './register-worker.ts'

registerWorkerSoon()

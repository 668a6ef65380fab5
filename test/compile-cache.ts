import { fileURLToPath } from 'node:url'

/** For servers that tests start as processes: where `npm start` keeps compiled code too, so that each is up in half the time. */
export const COMPILE_CACHE = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)),
}

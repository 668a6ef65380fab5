/** Before the first test that looks at what a browser gets: once, since two builds at a time would empty each other's folder. */
export { buildIfStale as setup } from '../server/build.ts'

import { fileURLToPath } from 'node:url'

// Plain JavaScript, because it must run on the Node that it complains about.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Sobremesa needs Node 22.18 or newer, and this is ${process.versions.node}. Start it with: npm start`,
  )
  process.exit(1)
}
// The second start is twice as quick. Not in the system's temporary folder, where others could put code of theirs.
const { enableCompileCache } = await import('node:module')
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)))
const { buildIfStale } = await import('./build.ts')
await buildIfStale()
await import('./main.ts')

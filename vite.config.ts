import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import type { InlineConfig, Rolldown, ViteBuilder } from 'vite'
import { defineConfig } from 'vitest/config'
import { compressAll } from './widget/build/compress.ts'
import { forVisitors } from './widget/build/for-visitors.ts'
import { hashOfWords, integrityOf } from './widget/build/hashes.ts'
import { minifyAgain } from './widget/build/minify-again.ts'
import { minifyTemplates } from './widget/build/minify-templates.ts'
import { partPanel } from './widget/build/part-panel.ts'
import { plainImports } from './widget/build/plain-imports.ts'
import { trimLit } from './widget/build/trim-lit.ts'
import { trimSocket } from './widget/build/trim-socket.ts'
import { projects } from './test/projects.ts'
import manifest from './package.json' with { type: 'json' }

const root = fileURLToPath(new URL('.', import.meta.url))
const dist = join(root, 'dist')
/** Hashed names live under the version, so that a page that was loaded before an upgrade still finds its chunks in its own folder. */
const panelFolder = `widget/${manifest.version}`
const ELEMENT = 'widget/chat-widget.js'

const versionInCode = { __VERSION__: JSON.stringify(manifest.version) }

/** What was built, by the name that the server and the tests know it by. Paths from `dist/`. */
interface BuildReport {
  readonly version: string
  /** The script tag. */
  readonly loader: string
  /** For a tag that pins this version. */
  readonly integrity: string
  /** `<chat-widget>` for pages that import it. */
  readonly element: string
  /** What the loader brings when somebody wants to chat. */
  readonly panel: string
  /** What the panel needs before it can show: its imports, itself first. */
  readonly panelFiles: readonly string[]
  /** Where the dictionaries lie, under names that are their languages. */
  readonly languageFolder: string
  /** The dictionaries of the talk itself, by language. */
  readonly languageFiles: Readonly<Record<string, string>>
  /** What tells that somebody looks at a page. */
  readonly presenceFile: string
  /** Scripts that stand in for other vendors' tags. */
  readonly compatFiles: readonly string[]
  /** What else comes later: the connection. */
  readonly lazyFiles: readonly string[]
  readonly console: string
  readonly consolePage: string
  readonly demoPages: readonly string[]
}

export default defineConfig({
  builder: { buildApp },
  test: {
    // All cores: vitest leaves one for a person who works meanwhile, and half of two is half of the time.
    maxWorkers: '100%',
    projects,
  },
})

/**
 * Everything a browser gets, into `dist/`. Widget and console are built apart, though they share parts: what is shared would else end
 * up in chunks that carry the needs of both, and visitors would pay for the console.
 */
async function buildApp(builder: ViteBuilder): Promise<void> {
  // Tests build too, and theirs (`test`) would pick the libraries' development halves.
  process.env['NODE_ENV'] = 'production'
  await rm(dist, { recursive: true, force: true })
  const presenceFile = await buildPresence()
  const panel = await buildPanel()
  await buildLoader(panel, presenceFile)
  const compatFiles = await buildCompat()
  await buildReact()
  const console = await buildConsole()
  await buildWorker()
  const demoPages = await buildDemo()
  // For pages that import the element: addresses that stay, whatever the hash behind them.
  await writeAlias(ELEMENT, { name: 'ChatWidget', file: panel.panel })
  await writeAlias('widget/presence.js', { name: 'tell as tellPresence', file: presenceFile })
  const report: BuildReport = {
    version: manifest.version,
    loader: 'widget.js',
    integrity: await integrityOf(join(dist, 'widget.js')),
    element: ELEMENT,
    ...panel,
    presenceFile,
    compatFiles,
    ...console,
    demoPages,
  }
  await writeFile(join(dist, 'build.json'), `${JSON.stringify(report, null, 2)}\n`)
  await compressAll(dist)
  // Vite would else build its own idea of the app now.
  for (const environment of Object.values(builder.environments)) environment.isBuilt = true
}

function writeAlias(alias: string, { name, file }: { name: string; file: string }): Promise<void> {
  return writeFile(join(dist, alias), `export { ${name} } from './${file.replace('widget/', '')}'\n`)
}

/** What every build here has in common. */
function common(outDir: string): InlineConfig & { build: object } {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: join(dist, outDir),
      emptyOutDir: false,
      // Constructable style sheets, `:dir`, top-layer fallbacks: these are the oldest browsers that the elements are written for.
      target: ['chrome111', 'firefox115', 'safari16.4'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
  }
}

type PanelReport = Pick<
  BuildReport,
  'panel' | 'panelFiles' | 'languageFolder' | 'languageFiles' | 'lazyFiles'
>

/** Apart from the panel: a page tells who looks at it without loading any of that. */
async function buildPresence(): Promise<string> {
  const config = common(panelFolder)
  const [file] = await run({
    ...config,
    plugins: [minifyAgain()],
    build: {
      ...config.build,
      rolldownOptions: {
        input: { presence: join(root, 'widget/visitor/presence.ts') },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name]-[hash].js' },
      },
    },
  })
  if (file === undefined) throw new Error('There is no file that tells who looks.')
  return inPanelFolder(file)
}

async function buildPanel(): Promise<PanelReport> {
  const config = common(panelFolder)
  const wordsFolder = `words-${await hashOfWords(join(root, 'widget/i18n'))}`
  const chunks = await run({
    ...config,
    // Chunks find each other from where they are, on whatever host serves them.
    base: './',
    define: versionInCode,
    plugins: [minifyTemplates(), forVisitors(), trimLit(), trimSocket(), plainImports(), minifyAgain()],
    build: {
      ...config.build,
      // Its helper would put `<link>`s into the page's head for every chunk.
      modulePreload: false,
      rolldownOptions: {
        input: { panel: join(root, 'widget/chat-widget.ts') },
        // What comes on demand takes what it shares from the panel itself: a chunk of its own for that would weigh more, and come first.
        preserveEntrySignatures: 'allow-extension',
        output: {
          codeSplitting: partPanel,
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: (chunk) => (isDictionary(chunk) ? `${wordsFolder}/[name].js` : '[name]-[hash].js'),
        },
      },
    },
  })
  const entry = chunks.find((chunk) => chunk.isEntry)
  if (entry === undefined) throw new Error('The panel was built without an entry.')
  const panelFiles = [entry, ...staticImports(entry, chunks)].map(inPanelFolder)
  const languages = chunks.filter((chunk) => isDictionary(chunk) && !chunk.name.includes('.'))
  const languageFiles = Object.fromEntries(languages.map((chunk) => [chunk.name, inPanelFolder(chunk)]))
  const known = new Set([...panelFiles, ...Object.values(languageFiles)])
  const lazyFiles = chunks.map(inPanelFolder).filter((file) => !known.has(file))
  const languageFolder = `${panelFolder}/${wordsFolder}/`
  return { panel: inPanelFolder(entry), panelFiles, languageFolder, languageFiles, lazyFiles }
}

/** `es`, `visitor.es`, `files.es` and `emoji.es`. */
function isDictionary({ facadeModuleId }: { readonly facadeModuleId: string | null }): boolean {
  return /\/i18n\/((visitor|files|emoji)\.)?[a-z]{2}\.ts$/.test(facadeModuleId ?? '')
}

function inPanelFolder({ fileName }: Rolldown.OutputChunk): string {
  return `${panelFolder}/${fileName}`
}

function staticImports(
  entry: Rolldown.OutputChunk,
  chunks: readonly Rolldown.OutputChunk[],
): Rolldown.OutputChunk[] {
  const found = new Set<Rolldown.OutputChunk>()
  const queue = [...entry.imports]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const chunk = chunks.find(({ fileName }) => fileName === name)
    if (chunk === undefined || found.has(chunk)) continue
    found.add(chunk)
    queue.push(...chunk.imports)
  }
  return [...found]
}

/** The script tag, with the addresses of its second stage baked in: an integrity hash on the tag then covers the whole chain. */
async function buildLoader({ panelFiles, languageFolder }: PanelReport, presenceFile: string): Promise<void> {
  const config = common('')
  await run({
    ...config,
    plugins: [minifyTemplates(), minifyAgain()],
    define: {
      ...versionInCode,
      __PANEL_FILES__: JSON.stringify(panelFiles),
      __LANGUAGE_FOLDER__: JSON.stringify(languageFolder),
      __PRESENCE_FILE__: JSON.stringify(presenceFile),
    },
    build: {
      ...config.build,
      modulePreload: false,
      rolldownOptions: {
        input: { widget: join(root, 'widget/loader.ts') },
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  })
}

/** The wrapper alone: React is the page's, and the element is the one beside it. */
async function buildReact(): Promise<void> {
  const config = common('widget')
  const element = join(root, 'widget/chat-widget.ts')
  await run({
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        input: { react: join(root, 'widget/react.ts') },
        preserveEntrySignatures: 'strict',
        external: ['react', element],
        output: { entryFileNames: '[name].js', paths: { [element]: './chat-widget.js' } },
      },
    },
  })
}

/** One file for each vendor whose calls we understand: what a page swaps its old tag for. */
async function buildCompat(): Promise<readonly string[]> {
  const vendors = ['chatwoot', 'intercom', 'crisp', 'tawk']
  const config = common('compat')
  for (const vendor of vendors) {
    await run({
      ...config,
      plugins: [minifyAgain()],
      build: {
        ...config.build,
        modulePreload: false,
        rolldownOptions: {
          input: { [vendor]: join(root, `widget/compat/${vendor}.ts`) },
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    })
  }
  return vendors.map((vendor) => `compat/${vendor}.js`)
}

async function buildConsole(): Promise<Pick<BuildReport, 'console' | 'consolePage'>> {
  const page = join(root, 'widget/console/page/console.html')
  const config = common('console')
  await run({
    ...config,
    root: dirname(page),
    base: '/console/',
    publicDir: 'public',
    plugins: [minifyTemplates()],
    build: {
      ...config.build,
      rolldownOptions: {
        input: { 'chat-console': join(root, 'widget/chat-console.ts'), page },
        preserveEntrySignatures: 'exports-only',
        // The console carries its English anyway, which makes the shared loader's own import of it moot.
        checks: { ineffectiveDynamicImport: false },
        output: {
          // Pages that embed the console name this file.
          entryFileNames: ({ name }) => (name === 'chat-console' ? '[name].js' : 'assets/[name]-[hash].js'),
          chunkFileNames: 'assets/[name]-[hash].js',
        },
      },
    },
  })
  await rename(join(dist, 'console/console.html'), join(dist, 'console/index.html'))
  return { console: 'console/chat-console.js', consolePage: 'console/index.html' }
}

/** Knows every file of the console, and is another one whenever any of them is. */
async function buildWorker(): Promise<void> {
  const folder = join(dist, 'console')
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.(js|css|woff2|svg|png|webmanifest)$/.test(file))
    .toSorted()
  const hash = createHash('sha256')
  for (const file of [...files, 'index.html']) hash.update(await readFile(join(folder, file)))
  const config = common('console')
  await run({
    ...config,
    define: {
      __SHELL_FILES__: JSON.stringify(files.map((file) => `/console/${file}`)),
      __SHELL_NAME__: JSON.stringify(hash.digest('base64url').slice(0, 12)),
    },
    build: {
      ...config.build,
      modulePreload: false,
      rolldownOptions: {
        input: { worker: join(root, 'widget/console/worker/worker.ts') },
        output: { format: 'iife', entryFileNames: '[name].js' },
      },
    },
  })
}

async function buildDemo(): Promise<readonly string[]> {
  const folder = join(root, 'demo')
  const pages = (await readdir(folder)).filter((file) => file.endsWith('.html'))
  const config = common('demo')
  await run({
    ...config,
    root: folder,
    base: '/demo/',
    publicDir: existsSync(join(folder, 'public')) ? 'public' : false,
    build: {
      ...config.build,
      rolldownOptions: {
        input: pages.map((page) => join(folder, page)),
        // The demo uses the product as any page does: from the server, by address.
        external: [/^\/(widget|console)\b/],
      },
    },
  })
  return pages.map((page) => `demo/${page}`)
}

async function run(config: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> {
  const result = await build(config)
  if (!('output' in result)) throw new Error('The build gave no single output.')
  return result.output.filter((file) => file.type === 'chunk')
}

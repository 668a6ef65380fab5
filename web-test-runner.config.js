import { fileURLToPath } from 'node:url'
import { esbuildPlugin } from '@web/dev-server-esbuild'
import { chromeLauncher } from '@web/test-runner-chrome'
import { BROWSER_ARGS, findBrowser } from './test/browser.ts'

export default {
  // core/ and i18n/ have no elements: vitest runs those.
  files: ['widget/**/*.test.ts', '!widget/core/**', '!widget/i18n/**'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  // The `development` condition picks a build of socket.io-parser that imports CommonJS.
  nodeResolve: { browser: true, exportConditions: ['browser'] },
  // The plugin reads only the one tsconfig that it is given, without `extends`.
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('widget/tsconfig.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      // Half unfolded, nothing has the contrast or the place that it will have.
      launchOptions: {
        executablePath: findBrowser(),
        args: [...BROWSER_ARGS, '--force-prefers-reduced-motion'],
      },
      // A component test must not depend on who else is painting.
      concurrency: 1,
    }),
  ],
  // axe's first run in a cold browser is slow on a busy machine.
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
}

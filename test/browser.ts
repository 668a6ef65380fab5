import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const FOLDERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/**
 * Parts of the browser that no page sees. The first two are pages of its own behind the address bar, two more for each of ours; the others
 * a driver turns off by itself, but for this list, which it lets take the place of its own.
 */
const UNSEEN = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]

/** Root in a container has no sandbox to give; the rest keeps a browser without a network from asking for one. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${UNSEEN.join(',')}`,
]

/** A Chromium for the tests: one that is there, else one that can be installed, else an error that says what to do. */
export function findBrowser(): string {
  return installed() ?? install()
}

function installed(): string | undefined {
  const named = process.env['CHROME_PATH']
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`CHROME_PATH is "${named}", and there is no program there.`)
    return named
  }
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...onPath, ...FOLDERS, chromium.executablePath()].find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install(): string {
  const attempts = isRootOnDebian()
    ? [() => run('apt-get', ['update', '-qq']), () => run('apt-get', aptInstall)]
    : [() => run('npx', ['playwright-core', 'install', 'chromium'])]
  try {
    for (const attempt of attempts) attempt()
  } catch (cause) {
    throw new Error(noBrowser, { cause })
  }
  const found = installed()
  if (found === undefined) throw new Error(noBrowser)
  return found
}

// Two installs at once would otherwise fail on dpkg's lock.
const aptInstall = [
  '-o',
  'DPkg::Lock::Timeout=300',
  'install',
  '-y',
  '-qq',
  '--no-install-recommends',
  'chromium',
]
const noBrowser =
  'The browser tests need Chrome or Chromium: install one, or say where it is with CHROME_PATH.'

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function run(command: string, args: readonly string[]): void {
  console.error(`No browser found; ${command} ${args.join(' ')}`)
  execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

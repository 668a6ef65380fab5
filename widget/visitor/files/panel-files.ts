import { tell } from '../widget-events.ts'
import { widgetOf } from '../widget-of.ts'
import type { OutgoingFile } from '../../sending/outgoing-file.ts'
import type { ClientState } from '../../core/state.ts'
import { rulesOf } from '../../sending/file-rules.ts'
import { FileSending, type FileHost } from '../../sending/file-sending.ts'
import { Outgoing } from '../../sending/outgoing.ts'

interface Panel extends FileHost {
  readonly state: ClientState | undefined
}

/** Sending files from the visitor's panel, where their site has it. */
export function sendFiles(panel: Panel): FileSending {
  // Now, so that a file which is chosen without a network has what it takes to wait for one.
  void import('../../core/upload.ts').catch(() => undefined)
  const site = () => panel.state?.site
  const maxBytes = () => leastOf(site()?.limits.maxFileBytes, widgetOf(panel)?.maxFileSize)
  const outgoing = new Outgoing({
    client: () => panel.client,
    rules: async () => ({
      ...rulesOf(site()?.limits),
      maxFileBytes: maxBytes(),
      accept: widgetOf(panel)?.accept,
    }),
  })
  outgoing.subscribe((files) => tellProgress(panel, files))
  return new FileSending(panel, {
    outgoing: () => outgoing,
    target: () => ({ isInternal: false }),
    isOffered: () => site()?.features.files === true,
    maxBytes,
    accept: () => widgetOf(panel)?.accept,
    button: { className: 'tool', slot: 'tools' },
  })
}

function leastOf(...limits: readonly (number | undefined)[]): number | undefined {
  const known = limits.filter((limit) => limit !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** How far each had come when the page was last told. */
const told = new WeakMap<File, number>()

function tellProgress(panel: Panel, files: readonly OutgoingFile[]): void {
  for (const { file, progress } of files) {
    const isUnderWay = progress.state === 'underway'
    if (!isUnderWay && progress.state !== 'ready') continue
    const share = isUnderWay ? progress.sent / file.size : 1
    // Once more from the beginning, after a failure or when its message is sent, is no news to the page.
    if (share <= (told.get(file) ?? -1)) continue
    told.set(file, share)
    tell(panel, 'chat-upload', { name: file.name, size: file.size, progress: share })
  }
}

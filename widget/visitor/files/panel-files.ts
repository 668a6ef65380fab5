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
  const outgoing = new Outgoing({
    client: () => panel.client,
    rules: async () => rulesOf(site()?.limits),
  })
  return new FileSending(panel, {
    outgoing: () => outgoing,
    target: () => ({ isInternal: false }),
    isOffered: () => site()?.features.files === true,
    maxBytes: () => site()?.limits.maxFileBytes,
    button: { className: 'tool', slot: 'tools' },
  })
}

import { statfsSync } from 'node:fs'

/** File systems that are really another machine's, by the number that Linux knows them by (statfs(2), `linux/magic.h`). */
const NETWORK_DISKS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xfe534d42, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0x5346414f, 'AFS'],
])

/**
 * SQLite's log is shared in memory, which no network carries, and its locks mean little there: the data would be damaged sooner or
 * later, and nobody could say when. Elsewhere than on Linux the numbers mean nothing, and nothing is refused.
 */
export function refuseNetworkDisk(folder: string, kindOf = kindOfDisk): void {
  const name = NETWORK_DISKS.get(kindOf(folder))
  if (name === undefined) return
  throw Object.assign(
    new Error(
      `${folder} is on a network disk (${name}), where the data would be damaged. DATA_DIR must be on a disk of this machine; backups may go there.`,
    ),
    { code: 'DATA_ON_NETWORK' },
  )
}

function kindOfDisk(folder: string): number {
  return process.platform === 'linux' ? statfsSync(folder).type : 0
}

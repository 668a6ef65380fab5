import { describe, expect, it } from 'vitest'
import { refuseNetworkDisk } from './local-disk.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

// As stat(1) names them with `stat -f -c %t`.
const elsewhere = { NFS: 0x6969, SMB: 0xfe534d42, CIFS: 0xff534d42 }
const here = { ext: 0xef53, tmpfs: 0x01021994, overlay: 0x794c7630, btrfs: 0x9123683e, xfs: 0x58465342 }

describe('a data folder', () => {
  it.each(Object.entries(elsewhere))('on %s is refused, with what to do', (name, kind) => {
    expect(() => refuseNetworkDisk('/data', () => kind)).toThrow(`/data is on a network disk (${name})`)
  })

  it.each(Object.entries(here))('on %s will do', (_, kind) => {
    expect(() => refuseNetworkDisk('/data', () => kind)).not.toThrow()
  })

  it('of this machine will do', () => {
    expect(() => refuseNetworkDisk(createTempFolder())).not.toThrow()
  })
})

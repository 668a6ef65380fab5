import { expect } from '@open-wc/testing'
import { deviceLabel } from './push-device.ts'

describe('a device', () => {
  it('is known by its browser and its system', () => {
    const labels = [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      'something else',
    ].map(deviceLabel)
    expect(labels).to.deep.equal([
      'Chrome · Android',
      'Safari · iPhone',
      'Edge · Windows',
      'Firefox · Linux',
      'Browser',
    ])
  })
})

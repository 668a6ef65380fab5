import { expect } from '@open-wc/testing'
import { shrink } from './shrink.ts'

/** Stripes, so that it weighs something. */
async function picture(width: number, height: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const paper = canvas.getContext('2d')
  if (paper === null) throw new Error('No canvas')
  for (let x = 0; x < width; x += 4) {
    paper.fillStyle = `hsl(${(x * 37) % 360} 80% ${20 + ((x * 13) % 60)}%)`
    paper.fillRect(x, 0, 3, height)
  }
  return canvas.convertToBlob({ type })
}

async function file(name: string, width: number, height: number, type = 'image/jpeg'): Promise<File> {
  return new File([await picture(width, height, type)], name, { type, lastModified: 7 })
}

async function sizeOf(file: File): Promise<[width: number, height: number]> {
  const { width, height } = await createImageBitmap(file)
  return [width, height]
}

/** Behind the first two bytes of a JPEG: turned to the right (EXIF orientation 6), and a word that must not come along. */
async function turned(jpeg: File): Promise<File> {
  const words = new TextEncoder().encode('a secret place')
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  const payload = new Uint8Array([0x45, 0x78, 0x69, 0x66, 0, 0, ...tiff, ...words])
  const segment = new Uint8Array([0xff, 0xe1, 0, payload.length + 2, ...payload])
  return new File([jpeg.slice(0, 2), segment, jpeg.slice(2)], jpeg.name, { type: jpeg.type })
}

describe('a picture before it is sent', () => {
  it('is made as large as its site wants it', async () => {
    const small = await shrink(await file('foto.jpg', 1_200, 600), 400)
    expect(await sizeOf(small)).to.deep.equal([400, 200])
    expect([small.name, small.type, small.lastModified]).to.deep.equal(['foto.jpg', 'image/jpeg', 7])
  })

  it('keeps its kind', async () => {
    const small = await shrink(await file('foto.png', 600, 1_200, 'image/png'), 400)
    expect(await sizeOf(small)).to.deep.equal([200, 400])
    expect([small.name, small.type]).to.deep.equal(['foto.png', 'image/png'])
  })

  it('stands the right way up, and tells nothing of where it was taken', async () => {
    const given = await turned(await file('foto.jpg', 1_200, 600))
    expect(await given.text()).to.contain('a secret place')
    expect(await sizeOf(given)).to.deep.equal([600, 1_200])
    const small = await shrink(given, 400)
    expect(await sizeOf(small)).to.deep.equal([200, 400])
    expect(await small.text()).not.to.contain('a secret place')
  })

  it('stays as it is where there is nothing to gain', async () => {
    const fits = await file('foto.jpg', 400, 200)
    expect(await shrink(fits, 400)).to.equal(fits)
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'x.svg', { type: 'image/svg+xml' })
    expect(await shrink(svg, 400)).to.equal(svg)
    const broken = new File(['not a picture'], 'x.jpg', { type: 'image/jpeg' })
    expect(await shrink(broken, 400)).to.equal(broken)
  })

  it('stays as it is where it moves', async () => {
    const still = await file('foto.png', 1_200, 600, 'image/png')
    const moving = new File([still.slice(0, 33), 'xxxxacTL', still.slice(33)], 'foto.png', {
      type: still.type,
    })
    expect(await shrink(moving, 400)).to.equal(moving)
  })
})

import { bmff, gif, jpeg, png, pngChunk, vp8, webp } from '../server/files/pictures/pictures.fixture.ts'
import { HTML, SCRIPT, unwanted, type Animal } from './animal.ts'
import { bred } from './file-zoo-bred.ts'

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"><script>${SCRIPT}</script></svg>`
const text = (content: string) => Buffer.from(content)
const ZIP_HEAD = Buffer.from('504b0304140000000800', 'hex')

/** A zip whose one file says that it unfolds to four gigabytes. */
const ZIP_BOMB = Buffer.concat([
  Buffer.from('504b03042d00000008000000210000000000ffffffffffffffff05000000', 'hex'),
  text('bomb\0'),
  Buffer.alloc(5_000, 0),
])

const PDF_WITH_SCRIPT = text(
  `%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\("RAN"\\))>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`,
)

const html = (name: string, type?: string, content: Buffer | string = HTML) => unwanted(name, content, type)

/** F03 and F04: what comes dressed as something else, and what unfolds. */
export const zoo: readonly Animal[] = [
  html('pagina.html', 'text/html'),
  html('foto.png'),
  html('foto.jpg', 'image/jpeg'),
  html('datos.csv', 'text/csv'),
  html('espacios.png', 'image/png', text(`\uFEFF\n\t  ${HTML}`)),
  html('comentario.png', 'image/png', text(`<!-- ${'x'.repeat(500)} -->${HTML}`)),
  html('utf16.txt', 'text/plain', Buffer.from(`\uFEFF${HTML}`, 'utf16le')),
  html('dibujo.svg', 'image/svg+xml', text(SVG)),
  html('dibujo.png', 'image/png', text(SVG)),
  html('declarado.svg', 'image/svg+xml', text(`<?xml version="1.0"?>${SVG}`)),
  html(
    'pagina.xhtml',
    'application/xhtml+xml',
    text(`<html xmlns="http://www.w3.org/1999/xhtml"><script>${SCRIPT}</script></html>`),
  ),
  html('hoja.xml', 'text/xml', text('<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>')),
  html('script.sh', 'text/plain', text('#!/bin/sh\ntouch /tmp/RAN')),
  html('programa.exe', 'image/png', Buffer.concat([text('MZ'), Buffer.alloc(200)])),
  html('programa', 'image/png', Buffer.concat([text('\x7fELF'), Buffer.alloc(200)])),
  html(
    'instalador.msi',
    'image/png',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
  ),
  html('comprimido.png.gz', 'image/png', Buffer.from('1f8b080000000000', 'hex')),
  {
    name: 'codigo.js',
    type: 'text/javascript',
    content: text(SCRIPT),
    fate: { kept: 'text/plain', as: 'codigo.js.txt' },
  },
  {
    name: 'habla-de-html.html',
    type: 'text/html',
    content: text(`Mira esto: ${HTML}`),
    fate: { kept: 'text/plain', as: 'habla-de-html.html.txt' },
  },
  {
    name: 'correo.mht',
    type: 'message/rfc822',
    content: text(`MIME-Version: 1.0\nContent-Type: text/html\n\n${HTML}`),
    fate: { kept: 'text/plain', as: 'correo.mht.txt' },
  },
  {
    name: 'con-script.pdf',
    type: 'application/pdf',
    content: PDF_WITH_SCRIPT,
    fate: { kept: 'application/pdf' },
  },
  { name: 'bomba.zip', type: 'application/zip', content: ZIP_BOMB, fate: { kept: 'application/zip' } },
  {
    name: 'app.jar',
    type: 'image/png',
    content: Buffer.concat([ZIP_HEAD, text('META-INF/MANIFEST.MF')]),
    fate: { kept: 'application/zip', as: 'app.jar.zip' },
  },
  // Polyglots: what is behind or inside the picture does not come along, or is never looked at.
  {
    name: 'gif.html',
    type: 'text/html',
    content: Buffer.concat([gif(1, 1), text(HTML)]),
    fate: { kept: 'image/gif', as: 'gif.html.gif' },
  },
  {
    name: 'png-y-html.png',
    type: 'image/png',
    content: png({ after: text(HTML) }),
    fate: { kept: 'image/png' },
  },
  {
    name: 'png-con-texto.png',
    type: 'image/png',
    content: png({ extra: [pngChunk('tEXt', text(HTML))] }),
    fate: { kept: 'image/png' },
  },
  {
    name: 'jpeg-y-zip.jpg',
    type: 'image/jpeg',
    content: jpeg({ after: ZIP_BOMB }),
    fate: { kept: 'image/jpeg' },
  },
  {
    name: 'webp-y-html.html',
    type: 'text/html',
    content: webp([vp8(10, 10)], text(HTML)),
    fate: { kept: 'image/webp', as: 'webp-y-html.html.webp' },
  },
  { name: 'foto.heic', type: 'image/heic', content: bmff({ brand: 'heic' }), fate: { kept: 'image/heic' } },
  {
    name: 'heic.jpg',
    type: 'image/jpeg',
    content: bmff({ brand: 'heic' }),
    fate: { kept: 'image/heic', as: 'heic.jpg.heic' },
  },
  // What unfolds.
  {
    name: '100-megapixeles.png',
    type: 'image/png',
    content: png({ width: 10_000, height: 10_000 }),
    fate: { refused: 'picture_too_large' },
  },
  {
    name: 'sin-fin.png',
    type: 'image/png',
    content: png({ width: 0xffffffff, height: 0xffffffff }),
    fate: { refused: 'picture_too_large' },
  },
  { name: 'largo.gif', type: 'image/gif', content: gif(1, 65_535), fate: { refused: 'picture_too_large' } },
  {
    name: 'largo.jpg',
    type: 'image/jpeg',
    content: jpeg({ width: 65_535, height: 65_535 }),
    fate: { refused: 'picture_too_large' },
  },
  { name: 'nada.png', type: 'image/png', content: png({ width: 0 }), fate: { refused: 'file_damaged' } },
  { name: 'roto.png', type: 'image/png', content: png().subarray(0, 60), fate: { refused: 'file_damaged' } },
  {
    name: 'roto.webp',
    type: 'image/webp',
    content: webp([vp8(9, 9)]).subarray(0, 25),
    fate: { refused: 'file_damaged' },
  },
  {
    name: 'roto.avif',
    type: 'image/avif',
    content: bmff().subarray(0, 80),
    fate: { refused: 'file_damaged' },
  },
  { name: 'vacio.png', type: 'image/png', content: Buffer.alloc(0), fate: { refused: 'file_empty' } },
  ...bred,
]

/** F02: names, and how they are shown. */
export const names: readonly (readonly [given: string, shown: string])[] = [
  ['📸 foto ñandú.png', '📸 foto ñandú.png'],
  ['要求.png', '要求.png'],
  ['تقرير.png', 'تقرير.png'],
  ['a"b.png', 'a"b.png'],
  ['a\r\nX-Evil: 1.png', 'aX-Evil: 1.png'],
  ['../../etc/passwd', 'passwd.png'],
  ['..%2f..%2fetc%2fpasswd', '%2f..%2fetc%2fpasswd.png'],
  [String.raw`C:\Windows\foto.png`, 'foto.png'],
  ['CON.png', '_CON.png'],
  ['.htaccess', 'htaccess.png'],
  [`${'x'.repeat(300)}.png`, `${'x'.repeat(196)}.png`],
  ['foto\u202Egpj.exe', 'fotogpj.exe.png'],
  ['a/b\\c.png', 'c.png'],
  ['a\u2215b.png', 'a_b.png'],
  ['e\u0301.png', 'é.png'],
  ['nombre. . .', 'nombre.png'],
  ['"><img src=x onerror=alert(1)>.png', '"><img src=x onerror=alert(1)>.png'],
  ['.', 'file.png'],
]

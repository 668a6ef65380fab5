import { box, gif, jpeg, png, pngChunk, vp8, webp } from '../server/files/pictures/pictures.fixture.ts'
import { harmless, HTML, SCRIPT, unwanted, type Animal } from './animal.ts'

/** With any of these at its beginning a browser that is left to guess takes a file for a page (WHATWG, MIME Sniffing). */
const TAGS = 'html head script iframe h1 div font table a style title b body br p svg math img form'.split(
  ' ',
)
const CLAIMS = ['image/png', 'text/csv', 'application/pdf', 'image/jpeg', 'text/plain', 'audio/mpeg']

const pages: readonly Animal[] = TAGS.map((tag, index) =>
  unwanted(
    `empieza-por-${tag}.png`,
    `<${tag} onload="${SCRIPT}"><script>${SCRIPT}</script>`,
    CLAIMS[index % CLAIMS.length],
  ),
)

const disguises: readonly Animal[] = [
  unwanted('mayusculas.png', HTML.toUpperCase()),
  unwanted('mezcla.png', HTML.replaceAll('html', 'HtMl')),
  unwanted('saltos.png', `\n\r\t\f ${HTML}`),
  unwanted('comentarios.png', `<!-- a --> <!-- b -->\n<!-- c -->${HTML}`),
  unwanted('comentario-sin-fin.png', `<!-- ${'x'.repeat(5_000)} -->${HTML}`),
  unwanted('con-nulos.png', `\0\0\0\0${HTML}`),
  unwanted('utf16-al-reves.png', Buffer.from(`\uFEFF${HTML}`, 'utf16le').swap16()),
  unwanted('espacio-de-nombres.png', `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${SCRIPT}</x:script>`),
  // Longer than what is looked at: a text, then, and served as one.
  harmless('muy-abajo.html', `${' '.repeat(5_000)}${HTML}`, { kept: 'text/plain', as: 'muy-abajo.html.txt' }),
]

/** By their first bytes, in hexadecimal: what runs, what unfolds, and what browsers no longer need. */
const FIRST_BYTES: readonly (readonly [name: string, bytes: string])[] = [
  ['archivo.rar', '526172211a070100'],
  ['archivo.7z', '377abcaf271c0004'],
  ['Clase.class', 'cafebabe00000034'],
  ['modulo.wasm', '0061736d01000000'],
  ['programa-mac', 'cffaedfe07000001'],
  ['programa-mac-doble', 'cafebabe00000002'],
  ['app.dex', '6465780a30333500'],
  ['acceso.lnk', '4c0000000114020000000000c000000000000046'],
  ['cosas.cab', '4d53434600000000'],
  ['archivo.xz', 'fd377a585a000004'],
  ['archivo.bz2', '425a683931415926535900'],
  ['archivo.zst', '28b52ffd00000000'],
  ['paquete.deb', '213c617263683e0a64656269616e2d62696e61727900'],
  ['pelicula.swf', '4657530900000000'],
  ['datos.sqlite', '53514c69746520666f726d6174203300'],
  ['icono.ico', '00000100010010100000'],
  ['foto.tiff', '49492a0008000000'],
]
const strangers = FIRST_BYTES.map(([name, bytes]) =>
  unwanted(name, Buffer.concat([Buffer.from(bytes, 'hex'), Buffer.alloc(300)])),
)

const ZIP_HEAD = Buffer.from('504b0304140000000800', 'hex')

/** Of two kinds at once: what one reader takes for a picture another would take for a page or a program. */
const polyglots: readonly Animal[] = [
  harmless('gif-y-zip.jar', Buffer.concat([gif(1, 1), ZIP_HEAD, Buffer.alloc(80)]), {
    kept: 'image/gif',
    as: 'gif-y-zip.jar.gif',
  }),
  harmless(
    'png-con-mas-texto.html',
    png({ extra: [pngChunk('iTXt', Buffer.from(`Comment\0\0\0\0\0${HTML}`))] }),
    {
      kept: 'image/png',
      as: 'png-con-mas-texto.html.png',
    },
  ),
  harmless('jpeg-y-html.html', jpeg({ after: Buffer.from(HTML) }), {
    kept: 'image/jpeg',
    as: 'jpeg-y-html.html.jpg',
  }),
  harmless('zip-de-svg.svg', Buffer.concat([ZIP_HEAD, Buffer.from('dibujo.svg')]), {
    kept: 'application/zip',
    as: 'zip-de-svg.svg.zip',
  }),
  harmless('macros.docm', Buffer.concat([ZIP_HEAD, Buffer.from('word/vbaProject.bin')]), {
    kept: 'application/zip',
    as: 'macros.docm.zip',
  }),
  harmless(
    'pelicula.html',
    Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), Buffer.from(HTML)]),
    {
      kept: 'video/mp4',
      as: 'pelicula.html.mp4',
    },
  ),
  harmless('cancion.html', Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x40\0'), Buffer.from(HTML)]), {
    kept: 'audio/mpeg',
    as: 'cancion.html.mp3',
  }),
  harmless('documento.html', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(HTML)]), {
    kept: 'application/pdf',
    as: 'documento.html.pdf',
  }),
  harmless('contacto.vcf', `BEGIN:VCARD\nVERSION:4.0\nURL:javascript:${SCRIPT}\nNOTE:${HTML}\nEND:VCARD`, {
    kept: 'text/vcard',
  }),
  harmless('notas.md', `[x](javascript:${SCRIPT})\n\n${HTML}`, { kept: 'text/markdown' }),
  harmless('datos.json', JSON.stringify({ page: HTML }), { kept: 'application/json' }),
  harmless('formulas.csv', `=HYPERLINK("javascript:${SCRIPT}")\n${HTML}`, { kept: 'text/csv' }),
]

/** At the border: one pixel more than a picture may have, in each format that says so differently. */
const giants: readonly Animal[] = [
  ['ancha.png', png({ width: 16_385, height: 1 })],
  ['alta.jpg', jpeg({ width: 1, height: 16_385 })],
  ['grande.gif', gif(65_535, 65_535)],
  ['grande.webp', webp([vp8(16_383, 16_383)])],
].map(([name, content]) => ({
  name: String(name),
  type: 'image/png',
  content: Buffer.from(content as Buffer),
  fate: { refused: 'picture_too_large' },
}))

/** Made, and not found: families of files that differ in the one thing that decides. */
export const bred: readonly Animal[] = [...pages, ...disguises, ...strangers, ...polyglots, ...giants]

import { describe, expect, it } from 'vitest'
import { detectType } from './detect-type.ts'
import { box, bmff, gif, jpeg, png, text, vp8, webp } from './pictures/pictures.fixture.ts'

const kindOf = async (head: Buffer | string, name = 'x', mimeType = 'application/octet-stream') =>
  (await detectType(typeof head === 'string' ? Buffer.from(head) : head, { name, mimeType })).mimeType

const ZIP = text('PK\x03\x04\x14\0\0\0')
const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
const WEBM = Buffer.concat([
  Buffer.from('1a45dfa3', 'hex'),
  Buffer.from([0x87, 0x42, 0x82, 0x84]),
  text('webm'),
  Buffer.alloc(60),
])
const MP4 = box('ftyp', text('isom\0\0\0\0isom'))

describe('the kind of a file', () => {
  it.each([
    [png(), 'image/png'],
    [jpeg(), 'image/jpeg'],
    [gif(), 'image/gif'],
    [webp([vp8(1, 1)]), 'image/webp'],
    [bmff(), 'image/avif'],
    [bmff({ brand: 'heic' }), 'image/heic'],
    [text('%PDF-1.7\n'), 'application/pdf'],
    [String.raw`{\rtf1 hola}`, 'application/rtf'],
    [text('ID3\x04\0\0\0\0\x40\0'), 'audio/mpeg'],
    [text('RIFF\x24\0\0\0WAVEfmt '), 'audio/wav'],
    [MP4, 'video/mp4'],
    [ZIP, 'application/zip'],
    [text(`PK\x05\x06${'\0'.repeat(18)}`), 'application/zip'],
    ['plain words, ñ and 漢字 📸', 'text/plain'],
    [Buffer.from('precio;años\r\n1;2', 'latin1'), 'text/plain'],
    [Buffer.from('\uFEFFhola', 'utf16le'), 'text/plain'],
    ['BEGIN:VCARD\nVERSION:4.0\nEND:VCARD', 'text/vcard'],
  ])('is what its first bytes say: %#', async (head, mimeType) => {
    expect(await kindOf(head, 'lies.exe', 'text/html')).toBe(mimeType)
  })

  it.each([
    [ZIP, 'Presupuesto.DOCX', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [ZIP, 'hoja.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    [ZIP, 'evil.jar', 'application/zip'],
    [COMPOUND, 'viejo.xls', 'application/vnd.ms-excel'],
    ['a;b', 'lista.csv', 'text/csv'],
    ['alert(1)', 'código.js', 'text/plain'],
  ])('is told by its name where its content leaves it open: %#', async (head, name, mimeType) => {
    expect(await kindOf(head, name)).toBe(mimeType)
  })

  it('of a recording is what the recorder says', async () => {
    expect(await kindOf(WEBM, 'voz.webm', 'audio/webm;codecs=opus')).toBe('audio/webm')
    expect(await kindOf(WEBM, 'film.webm', 'video/webm')).toBe('video/webm')
    expect(await kindOf(WEBM, 'x.webm', 'audio/mp4')).toBe('video/webm')
    expect(await kindOf(MP4, 'voz.m4a', 'audio/mp4')).toBe('audio/mp4')
  })

  it.each([
    '<!DOCTYPE html><p>',
    '  \n<html>',
    '<!-- a comment --><svg onload="alert(1)">',
    '<svg/onload=alert(1)>',
    '\uFEFF<?xml version="1.0"?><svg/>',
    '<?php echo 1',
    '<%@ page %>',
    '<script>',
    '<x:html xmlns:x="http://www.w3.org/1999/xhtml"/>',
    Buffer.from('\uFEFF<html>', 'utf16le'),
    '#!/bin/sh\nrm -rf ~',
    text('MZ\x90\0\x03\0\0\0'),
    text('\x7fELF\x02\x01\x01\0'),
    Buffer.from('cafebabe00000034', 'hex'),
    text('\x1f\x8b\x08\0\0\0\0\0'),
    text('Rar!\x1a\x07\x01\0'),
    text('binary \0\x01\x02 noise'),
    Buffer.from([0x00]),
  ])('that may run, or is not known, is refused: %#', async (head) => {
    await expect(kindOf(head, 'foto.png', 'image/png')).rejects.toMatchObject({
      code: 'file_type_not_allowed',
    })
  })

  it('of an installer in an office document’s container is refused', async () => {
    await expect(kindOf(COMPOUND, 'setup.msi')).rejects.toMatchObject({ code: 'file_type_not_allowed' })
  })

  it('F03: of text that only speaks of markup is text', async () => {
    expect(await kindOf('The page says <script> somewhere')).toBe('text/plain')
    expect(await kindOf('< 3 € and > 2 €')).toBe('text/plain')
  })
})

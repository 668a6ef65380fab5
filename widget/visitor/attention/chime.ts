/** Two soft notes, made here: a file would be a request, and a page's policy might not let it in. */
const NOTES_HZ = [659.25, 880] as const
const NOTE_S = 0.14
const LOUDNESS = 0.12

let context: AudioContext | undefined

/** Less than half a second, and nothing at all where the browser has not heard from its user yet. */
export function chime(): void {
  try {
    context ??= new AudioContext()
    void context.resume()
    for (const [index, pitch] of NOTES_HZ.entries()) playNote(context, pitch, index * NOTE_S)
  } catch {
    // No sound on this device.
  }
}

function playNote(audio: AudioContext, pitch: number, delay: number): void {
  const start = audio.currentTime + delay
  const end = start + NOTE_S * 2
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: pitch })
  const volume = new GainNode(audio, { gain: 0 })
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, end)
  tone.connect(volume).connect(audio.destination)
  tone.start(start)
  tone.stop(end)
}

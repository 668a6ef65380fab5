import type { NotificationKind } from '#shared/notifying.ts'

/** Made here: a file would be a request, and each is but a few notes. Hertz, one after the other. */
const MOTIFS: Readonly<Record<NotificationKind, readonly number[]>> = {
  newChat: [523.25, 659.25, 783.99],
  message: [659.25, 880],
  mention: [987.77, 987.77],
}
const NOTE_S = 0.13
/** Of a single note at full volume. */
const LOUDNESS = 0.28

let context: AudioContext | undefined

/** Whether this page may be heard: browsers keep a page silent until somebody has touched it. */
export function maySound(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true
}

/** Plays what stands for a kind. Where the device has no sound, nothing happens. `volume` in percent. */
export function play(kind: NotificationKind, volume: number): void {
  if (volume <= 0) return
  try {
    context ??= new AudioContext()
    const audio = context
    // A page that was silent for a while may have been put to sleep.
    void audio.resume().then(() => playMotif(audio, MOTIFS[kind], (LOUDNESS * volume) / 100))
  } catch {
    // No sound on this device.
  }
}

function playMotif(audio: AudioContext, notes: readonly number[], loudness: number): void {
  notes.forEach((frequency, index) => {
    const start = audio.currentTime + index * NOTE_S
    const end = start + NOTE_S * 2.5
    const tone = new OscillatorNode(audio, { type: 'sine', frequency })
    const gain = new GainNode(audio, { gain: 0 })
    gain.gain.setValueAtTime(0, start)
    gain.gain.linearRampToValueAtTime(loudness, start + 0.015)
    gain.gain.exponentialRampToValueAtTime(0.0005, end)
    tone.connect(gain).connect(audio.destination)
    tone.start(start)
    tone.stop(end)
  })
}

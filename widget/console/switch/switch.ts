import { html } from 'lit'

interface SwitchOptions {
  /** What it is about, for whoever does not see where it stands. */
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

/** Something that is on or off, and changes as soon as it is pressed. */
export function switchButton({ label, isOn, onChange, isDisabled = false }: SwitchOptions) {
  return html`<button
    class="switch"
    type="button"
    role="switch"
    aria-checked=${isOn ? 'true' : 'false'}
    aria-label=${label}
    ?disabled=${isDisabled}
    @click=${() => onChange(!isOn)}
  ></button>`
}

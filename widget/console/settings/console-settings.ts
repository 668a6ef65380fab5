import { LitElement } from 'lit'
import { element } from '../../parts/element.ts'
@element('chat-console-settings')
export class ChatConsoleSettings extends LitElement {}
declare global {
  interface HTMLElementTagNameMap {
    'chat-console-settings': ChatConsoleSettings
  }
}

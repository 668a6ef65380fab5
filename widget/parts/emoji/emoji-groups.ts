/** What people send to each other in a chat with a shop, an office or a help desk, and not all there is: the system has a picker for that. */
export const EMOJI_GROUPS: readonly (readonly string[])[] = [
  '😀 😃 😄 😁 😆 😅 😂 🤣 🙂 🙃 😉 😊 😇 🥰 😍 😘 😋 😜 🤗 🤔 🤨 😐 😏 🙄 😬 😌 😴 🤒 🥳 😎 🤓 😕 😟 🙁 😮 😳 🥺 😢 😭 😱 😤 😡 🤯 😷',
  '👋 🤚 ✋ 👌 🤞 ✌️ 👍 👎 👊 👏 🙌 🤝 🙏 💪 👀 🤷 🙋',
  '❤️ 🧡 💛 💚 💙 💜 🖤 🤍 💔 💖 💯 💥 ✨ ⭐ 🔥 🎉',
  '🐶 🐱 🐭 🐰 🦊 🐻 🐼 🐵 🦄 🐝 🦋 🌸 🌹 🌻 🌳 🌱 🍀 🌈 ☀️ 🌧️ ❄️ 🌙',
  '🍎 🍋 🍓 🥑 🍕 🍔 🍟 🥗 🍣 🍰 🍫 🍪 ☕ 🍵 🍷 🍺 🥂',
  '⚽ 🏀 🎾 🏆 🎮 🎵 🎁 🎂 🎈 🚗 🚲 ✈️ 🚀 🏠 🏖️ ⛰️ 🗺️',
  '📱 💻 📷 💡 🔑 🔒 📦 📎 📄 📅 📌 ✏️ 🔍 💰 💳 🛒 🚚 🛠️ ⏰ 📞 ✉️ 📣',
  '✅ ❌ ❗ ❓ ⚠️ ℹ️ ➡️ ⬅️ 🔄 🆗 🚫 💬',
].map((group) => group.split(' '))

/** The words of the emoji picker. Names and what else one may search for are from Unicode’s CLDR 45 (Unicode licence V3). */
export interface EmojiStrings {
  readonly search: string
  readonly none: string
  readonly recent: string
  /** In the order of `EMOJI_GROUPS`. */
  readonly groups: readonly string[]
  /** A line each: the emoji, its name, and after commas what else it is found by. */
  readonly names: string
}

export const emojiEn: EmojiStrings = {
  search: 'Search emoji',
  none: 'Nothing found',
  recent: 'Recent',
  groups: [
    'Faces',
    'Hands',
    'Hearts and sparks',
    'Nature',
    'Food and drink',
    'Play and places',
    'Things',
    'Signs',
  ],
  names: `
😀 grinning face
😃 grinning face with big eyes, mouth, open, smile
😄 grinning face with smiling eyes, mouth, open, smile
😁 beaming face with smiling eyes, grin, smile
😆 grinning squinting face, laugh, mouth, satisfied, smile
😅 grinning face with sweat, cold, open, smile
😂 face with tears of joy, laugh
🤣 rolling on the floor laughing, face, rofl, rotfl
🙂 slightly smiling face, smile
🙃 upside-down face
😉 winking face
😊 smiling face with smiling eyes, blush, smile
😇 smiling face with halo, angel, fantasy, innocent
🥰 smiling face with hearts, adore, crush, in love
😍 smiling face with heart-eyes, love, smile
😘 face blowing a kiss
😋 face savoring food, delicious, savouring, smile, yum
😜 winking face with tongue, eye, joke
🤗 smiling face with open hands, hug, hugging
🤔 thinking face
🤨 face with raised eyebrow, distrust, skeptic
😐 neutral face, deadpan, meh
😏 smirking face
🙄 face with rolling eyes, eyeroll
😬 grimacing face, grimace
😌 relieved face
😴 sleeping face, good night, ZZZ
🤒 face with thermometer, ill, sick
🥳 partying face, celebration, hat, horn
😎 smiling face with sunglasses, bright, cool
🤓 nerd face, geek
😕 confused face, meh
😟 worried face
🙁 slightly frowning face
😮 face with open mouth, sympathy
😳 flushed face, dazed
🥺 pleading face, begging, mercy, puppy eyes
😢 crying face, sad, tear
😭 loudly crying face, sad, sob, tear
😱 face screaming in fear, munch, scared
😤 face with steam from nose, triumph, won
😡 enraged face, angry, mad, pouting, red
🤯 exploding head, mind blown, shocked
😷 face with medical mask, cold, doctor, sick
👋 waving hand, wave
🤚 raised back of hand, backhand
✋ raised hand, high 5, high five
👌 OK hand
🤞 crossed fingers, hand, luck
✌️ victory hand
👍 thumbs up, +1, hand
👎 thumbs down, -1, hand
👊 oncoming fist, clenched, hand, punch
👏 clapping hands
🙌 raising hands, celebration, gesture, hooray, raised
🤝 handshake, agreement, meeting
🙏 folded hands, ask, high 5, high five, please, pray, thanks
💪 flexed biceps, comic, muscle
👀 eyes, face
🤷 person shrugging, doubt, ignorance, indifference
🙋 person raising hand, gesture, happy, raised
❤️ red heart
🧡 orange heart
💛 yellow heart
💚 green heart
💙 blue heart
💜 purple heart
🖤 black heart, evil, wicked
🤍 white heart
💔 broken heart, break
💖 sparkling heart, excited, sparkle
💯 hundred points, 100, full, score
💥 collision, boom, comic
✨ sparkles, *, star
⭐ star
🔥 fire, flame, tool
🎉 party popper, celebration, tada
🐶 dog face, pet
🐱 cat face, pet
🐭 mouse face
🐰 rabbit face, bunny, pet
🦊 fox, face
🐻 bear, face
🐼 panda, face
🐵 monkey face
🦄 unicorn, face
🐝 honeybee, insect
🦋 butterfly, insect, pretty
🌸 cherry blossom, flower
🌹 rose, flower
🌻 sunflower
🌳 deciduous tree, shedding
🌱 seedling, young
🍀 four leaf clover, 4, four-leaf clover
🌈 rainbow
☀️ sun, bright, rays, sunny
🌧️ cloud with rain
❄️ snowflake, cold
🌙 crescent moon
🍎 red apple, fruit
🍋 lemon, citrus, fruit
🍓 strawberry, fruit
🥑 avocado, food, fruit
🍕 pizza, cheese, slice
🍔 hamburger
🍟 french fries
🥗 green salad, food
🍣 sushi
🍰 shortcake, dessert, pastry, slice, sweet
🍫 chocolate bar, dessert, sweet
🍪 cookie, dessert, sweet
☕ hot beverage, coffee, drink, steaming, tea
🍵 teacup without handle, beverage, drink
🍷 wine glass, bar, beverage, drink
🍺 beer mug, bar, drink
🥂 clinking glasses, celebrate, drink
⚽ soccer ball, football
🏀 basketball, hoop
🎾 tennis, ball, racquet
🏆 trophy, prize
🎮 video game, controller
🎵 musical note
🎁 wrapped gift, box, celebration, present
🎂 birthday cake, celebration, dessert, pastry, sweet
🎈 balloon, celebration
🚗 automobile, car
🚲 bicycle, bike
✈️ airplane, aeroplane
🚀 rocket, space
🏠 house, home
🏖️ beach with umbrella
⛰️ mountain
🗺️ world map
📱 mobile phone, cell, telephone
💻 laptop, computer, pc, personal
📷 camera, video
💡 light bulb, comic, electric, idea
🔑 key, lock, password
🔒 locked, closed
📦 package, box, parcel
📎 paperclip
📄 page facing up, document
📅 calendar, date
📌 pushpin
✏️ pencil
🔍 magnifying glass tilted left, search, tool
💰 money bag, dollar, moneybag
💳 credit card, money
🛒 shopping cart, trolley
🚚 delivery truck
🛠️ hammer and wrench, spanner, tool
⏰ alarm clock
📞 telephone receiver
✉️ envelope, email, letter
📣 megaphone, cheering
✅ check mark button, ✓
❌ cross mark, ×, cancel, multiplication, multiply, x
❗ red exclamation mark, !, punctuation
❓ red question mark, ?, punctuation
⚠️ warning
ℹ️ information
➡️ right arrow, cardinal, direction, east
⬅️ left arrow, cardinal, direction, west
🔄 counterclockwise arrows button, anticlockwise, withershins
🆗 OK button
🚫 prohibited, entry, forbidden, no, not
💬 speech balloon, bubble, comic, dialog`,
}

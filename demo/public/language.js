// A classic script in the head: the language must stand before the page is painted and before the chat's own script looks at it.
const languages = ['es', 'en']
const asked = new URLSearchParams(location.search).get('lang')
const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => languages.includes(tag))
document.documentElement.lang = languages.includes(asked) ? asked : (spoken ?? 'en')

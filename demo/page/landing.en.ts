import type { Words } from './language.ts'

/** The landing in English; `index.html` holds it in Spanish. */
export const landingEnglish: Words = {
  title: 'Sobremesa · The chat that pulls up a chair at your table',
  description: 'Live chat for your site, on your own server. Try it: both sides are on this page.',
  skip: 'Skip to the trial',
  nav: 'Pages',
  languages: 'Language',
  navTry: 'Try it',
  navSnippet: 'On your site',
  navConsole: 'The console',
  navShop: 'See a shop with it',
  headline: 'The chat that pulls up a chair at your table.',
  lead: 'One line on your site and your team starts answering. On your server, with your data, without third-party cookies.',
  snippet: 'The line for your site',
  copy: 'Copy',
  factProcess: 'process, one SQLite file',
  factWeight: 'while your page loads',
  factCookies: 'cookies on the site that carries it',
  tryBeside: 'Try it: write on the right, answer on the left.',
  tryStacked: 'Try it: write in the chat, and answer yourself in the console.',
  bothReal: 'Both sides are real, on this page',
  signIn:
    'This server is not in demo mode: sign in to the console with your account and answer yourself. With “npm run demo” it would be open already, and the shop full.',
  consoleSide: 'The console, where your team answers',
  widgetSide: 'The chat, as a visitor of your site sees it',
  greeting: 'Write something.',
  greetingHint: 'You will see it arrive in the console, on this very page.',
  madeUp: 'Olmo & Hijas, its team and its customers are made up. Everything else is the product.',
  license: 'Sobremesa is free software under the MIT licence.',
}

import type { SitePageName } from './pages.ts'
import type { SitePage } from './site-form.ts'
import { appearancePage } from './site/appearance-page.ts'
import { dataPage } from './site/data-page.ts'
import { formsPage } from './site/forms-page.ts'
import { hoursPage } from './site/hours-page.ts'
import { installationPage } from './site/installation-page.ts'
import { routingPage } from './site/routing-page.ts'
import { teasersPage } from './site/teasers-page.ts'
import { textsPage } from './site/texts-page.ts'

export const sitePages: Record<SitePageName, SitePage> = {
  installation: installationPage,
  appearance: appearancePage,
  texts: textsPage,
  hours: hoursPage,
  forms: formsPage,
  teasers: teasersPage,
  routing: routingPage,
  data: dataPage,
}

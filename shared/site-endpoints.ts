import * as v from 'valibot'
import type { Endpoint } from './endpoint.ts'
import { SiteCheck } from './site-check.ts'
import {
  AddedIdentityKey,
  AddIdentityKey,
  CreateSite,
  PublicSite,
  PublicSiteQuery,
  Site,
  UpdateSite,
} from './site.ts'

/** How sites are set up, and what anybody may know of them. */
export const siteEndpoints = {
  'GET /v2/sites/:siteKey/public': {
    summary: 'What anybody may know of a site; creates no visitor',
    query: PublicSiteQuery,
    result: PublicSite,
    status: [200],
    errors: ['site_not_found'],
  },
  'GET /v2/sites': {
    summary: 'The sites that this person answers, and how they are set up',
    result: v.object({ sites: v.array(Site) }),
    status: [200],
  },
  'GET /v2/sites/:siteId': {
    summary: 'One site and how it is set up',
    result: Site,
    status: [200],
    errors: ['site_not_found'],
  },
  'POST /v2/sites': {
    summary: 'Add a site (admins)',
    body: CreateSite,
    result: Site,
    status: [201],
    errors: ['site_key_taken'],
  },
  'PATCH /v2/sites/:siteId': {
    summary: 'Change how a site is set up: says only what changes (admins)',
    body: UpdateSite,
    result: Site,
    status: [200],
    errors: ['site_not_found', 'site_key_taken', 'site_changed'],
  },
  'GET /v2/sites/:siteId/check': {
    summary: 'Where the site’s snippet has been seen at work since the server was started (admins)',
    result: SiteCheck,
    status: [200],
    errors: ['site_not_found'],
  },
  'POST /v2/sites/:siteId/rotate-key': {
    summary: 'Give a site another public key; pages with the old one stop working (admins)',
    result: Site,
    status: [200],
    errors: ['site_not_found'],
  },
  'POST /v2/sites/:siteId/identity-keys': {
    summary: 'Add a key with which the site’s server vouches for its customers (admins)',
    body: AddIdentityKey,
    result: AddedIdentityKey,
    status: [201],
    errors: ['site_not_found'],
  },
  'DELETE /v2/sites/:siteId/identity-keys/:kid': {
    summary: 'Remove one: what it signed is worth nothing any more (admins)',
    result: null,
    status: [204],
    errors: ['site_not_found', 'not_found'],
  },
} as const satisfies Record<string, Endpoint>

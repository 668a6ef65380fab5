import type { Endpoint } from './endpoint.ts'
import { Look, Looked } from './looking.ts'
import { DescribeVisitor, OpenVisitorSession, Visitor } from './person.ts'
import { VisitorSession } from './session.ts'
import {
  MergeVisitor,
  TrackEvent,
  UpdateVisitor,
  VisitorDetails,
  VisitorExport,
  VisitorList,
  VisitorsQuery,
  VisitPage,
} from './visitor.ts'

/** Visitors' own sessions and data, and visitors as the team sees them. */
export const visitorEndpoints = {
  'POST /v2/visitors/session': {
    summary: 'Begin or resume a visitor’s session',
    body: OpenVisitorSession,
    result: VisitorSession,
    status: [200],
    errors: ['site_not_found', 'invalid_token', 'identity_invalid', 'origin_not_allowed'],
  },
  'PATCH /v2/visitors/me': {
    summary: 'What the visitor says about themself',
    body: DescribeVisitor,
    result: Visitor,
    status: [200],
  },
  'DELETE /v2/visitors/session': {
    summary: 'End this visitor’s session, its sockets too: the next one on this computer is somebody else',
    result: null,
    status: [204],
  },
  'POST /v2/visitors/me/pages': {
    summary: 'The page that the visitor is looking at; at most 30 pages and events a minute',
    body: VisitPage,
    result: null,
    status: [204],
  },
  'POST /v2/visitors/me/events': {
    summary: 'Something the visitor did on the site’s pages: goes into the same trail as the pages',
    body: TrackEvent,
    result: null,
    status: [204],
  },
  'POST /v2/visitors/looking': {
    summary:
      'Somebody looks at a page and has not written: for the live board of sites that have it on; nothing is stored',
    body: Look,
    result: Looked,
    status: [200],
    errors: ['site_not_found', 'presence_off', 'origin_not_allowed'],
  },
  'GET /v2/visitors/me/export': {
    summary: 'Everything that is held about the visitor',
    result: VisitorExport,
    status: [200],
  },
  'DELETE /v2/visitors/me': {
    summary: 'Erase the visitor and all that was said with them, for good',
    result: null,
    status: [204],
  },
  'GET /v2/visitors': {
    summary: 'The visitors of this person’s sites, and the live board of who is there',
    query: VisitorsQuery,
    result: VisitorList,
    status: [200],
  },
  'GET /v2/visitors/:visitorId': {
    summary: 'One visitor, with their trail and their chats',
    result: VisitorDetails,
    status: [200],
    errors: ['visitor_not_found'],
  },
  'PATCH /v2/visitors/:visitorId': {
    summary: 'Note something about a visitor, block them, or let them write again',
    body: UpdateVisitor,
    result: Visitor,
    status: [200],
    errors: ['visitor_not_found'],
  },
  'POST /v2/visitors/:visitorId/merge': {
    summary: 'Say that a visitor is another one: all that is theirs becomes the other’s, for good',
    body: MergeVisitor,
    result: Visitor,
    status: [200],
    errors: ['visitor_not_found', 'other_site', 'visitor_is_verified', 'visitor_is_blocked'],
  },
  'DELETE /v2/visitors/:visitorId': {
    summary: 'Erase a visitor and all that was said with them, for good',
    result: null,
    status: [204],
    errors: ['visitor_not_found'],
  },
} as const satisfies Record<string, Endpoint>

import type { Plugin } from 'vite'
import { cut, type Cut } from './cut.ts'

/** For hosts with several Lits, and browsers of long ago: what it would write into the page's `window`, or look for there. */
const TRACES: Readonly<Record<string, readonly Cut[]>> = {
  '/lit-html/lit-html.js': [
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");const D=', ',D='],
  ],
  '/@lit/reactive-element/reactive-element.js': [
    ['p=a.reactiveElementPolyfillSupport,', ''],
    [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', ';'],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
  ],
  '/lit-element/lit-element.js': [
    [
      ',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i});',
      ';',
    ],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
}

/** What templates and properties can do, and ours never ask for. */
const UNUSED: Readonly<Record<string, readonly Cut[]>> = {
  '/lit-html/lit-html.js': [
    // Templates that are SVG or MathML: our icons are `html` from their `<svg>` on.
    ['l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e),P.currentNode=this.el.content;',
    ],
    // Expressions in comments, in the text of `<textarea>` and its like, and as an element's whole tag.
    ['y.test(u[2])&&(n=RegExp("</"+u[2],"g")),', ''],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    [
      'if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
      'r.data===n&&d.push({type:2,index:l});',
    ],
    ['t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    // Directives, and what the asynchronous ones are told.
    [
      'let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i',
      'return i',
    ],
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    ['for(this._$AP?.(!1,!0,s);', 'for(;'],
    // Templates compiled beforehand.
    [
      'e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
      'e=this._$AC(t)',
    ],
    // Listeners that are objects, with options.
    ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.options?.host??this.element,t)',
    ],
  ],
  '/@lit/reactive-element/reactive-element.js': [
    // Attributes that are JSON, and converters of one's own.
    ['case Object:case Array:t=null==t?t:JSON.stringify(t)', ''],
    ['case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}', ''],
    ['(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
    [
      '"function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u',
      'u',
    ],
    // Properties named by a static field: ours are by decorators, which the compiler takes apart.
    [
      'if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(d("properties"))){const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])}',
      'this.finalized=!0,this._$Ei();',
    ],
    // Properties that have accessors of their own, or none; `@state` says by itself that it has no attribute.
    [
      'if(s.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties.set(t,s),!s.noAccessor){const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)}',
      'this._$Ei(),this.elementProperties.set(t,s),e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))',
    ],
    [
      'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},',
      'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)},',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    ['reflect:e,wrapped:h},r)', 'reflect:e})'],
    ['r??s??this[t]),!0!==h||void 0!==r)', 's??this[t]),!0)'],
    // A sheet that is in no list, or in it twice.
    [
      'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
      'return(s??[]).flat(1/0)',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    ['removeController(t){this._$EO?.delete(t)}', ''],
  ],
  '/lit-element/lit-element.js': [
    [',this._$Do?.setConnected(!0)', ''],
    ['disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}', ''],
  ],
}

/**
 * Lit without what the widget never asks of it. The cuts are by the text of the one version that the lock names: with another one the
 * build fails here, and whoever upgrades looks at each cut again.
 */
export function trimLit(): Plugin {
  return {
    name: 'trim-lit',
    transform(code, id) {
      if (id.endsWith('/lit-html/directive.js'))
        this.error('Visitors’ templates have no directives: see trim-lit.ts')
      const cuts = [TRACES, UNUSED].flatMap((table) => cutsFor(id, table))
      return cuts.length === 0 ? null : { code: cuts.reduce(cut, code), map: null }
    },
  }
}

function cutsFor(id: string, table: Readonly<Record<string, readonly Cut[]>>): readonly Cut[] {
  return Object.entries(table).find(([ending]) => id.endsWith(ending))?.[1] ?? []
}

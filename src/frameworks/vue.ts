/** The types of `<contact-details>` in the templates of Vue 3. There is nothing in it at run time. */
import type { HTMLAttributes, VNodeProps } from 'vue';
import type { ContactDetailsEventMap } from '../element/events.js';
import type { ElementProperties } from './template-props.js';

/** What Vue's compiler makes of the words of an event's name. */
type CamelCase<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Word}${Capitalize<CamelCase<Rest>>}`
  : Text;

/** A handler for each event, by the name that Vue's compiler gives to `@view-messages`: `onViewMessages`. */
type VueHandlers = {
  [Name in keyof ContactDetailsEventMap as `on${Capitalize<CamelCase<Name>>}`]?: (event: ContactDetailsEventMap[Name]) => void;
};

/** What `<contact-details>` takes in Vue. */
export interface ContactDetailsProps extends HTMLAttributes, VNodeProps, ElementProperties, VueHandlers {}

declare module 'vue' {
  interface GlobalComponents {
    'contact-details': new () => { $props: ContactDetailsProps };
  }
}

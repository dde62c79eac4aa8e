/** The types of the inputs of `<contact-details>` in Angular. There is nothing in it at run time. */
export type { ElementProperties as ContactDetailsInputs } from './template-props.js';

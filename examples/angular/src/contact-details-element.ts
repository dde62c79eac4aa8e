import { Component, ElementRef, Input, inject } from '@angular/core';
import 'contact-details';
import type { ContactDetails } from 'contact-details';
import type { ContactDetailsInputs } from 'contact-details/angular';

/** Hands on to the element what templates give it, so that its properties are checked there. */
@Component({ selector: 'contact-details', template: '<ng-content />' })
export class ContactDetailsElement implements ContactDetailsInputs {
  readonly #panel = inject<ElementRef<ContactDetails>>(ElementRef).nativeElement;

  @Input() set adapter(adapter: ContactDetailsInputs['adapter']) {
    this.#set({ adapter });
  }

  @Input() set contactId(contactId: ContactDetailsInputs['contactId']) {
    this.#set({ contactId });
  }

  @Input() set readonly(readonly: ContactDetailsInputs['readonly']) {
    this.#set({ readonly });
  }

  @Input() set actions(actions: ContactDetailsInputs['actions']) {
    this.#set({ actions });
  }

  #set(inputs: ContactDetailsInputs): void {
    Object.assign(this.#panel, inputs);
  }
}

import { Component, signal } from '@angular/core';
import { ContactDetailsElement } from './contact-details-element';
import { adapter } from './contacts';

@Component({
  selector: 'app-root',
  imports: [ContactDetailsElement],
  template: `
    <main>
      <button (click)="id.set('c_1')">First contact</button>
      <button (click)="id.set('c_2')">Second contact</button>
      <button (click)="isOpen.set(!isOpen())">{{ isOpen() ? 'Close' : 'Open' }}</button>
      <label>
        <input type="checkbox" [checked]="isReadonly()" (change)="isReadonly.set(!isReadonly())" />
        Read only
      </label>
      @if (isOpen()) {
        <contact-details
          [adapter]="adapter"
          [contactId]="id()"
          [readonly]="isReadonly()"
          [actions]="actions"
          (view-messages)="tell('view-messages ' + $event.contactId)"
          (contact-action)="tell('contact-action ' + $event.contactId + ' ' + $event.action)"
          (contact-saved)="tell('contact-saved ' + $event.contact.id)"
          (delete-contact)="tell('delete-contact ' + $event.contactId)"
          (contact-deleted)="tell('contact-deleted ' + $event.contactId)"
        />
      }
      <ol aria-label="Events">
        @for (event of events(); track $index) {
          <li>{{ event }}</li>
        }
      </ol>
    </main>
  `,
})
export class App {
  readonly adapter = adapter;
  readonly actions = [{ id: 'call', label: 'Call' }];
  readonly id = signal('c_1');
  readonly isReadonly = signal(false);
  readonly isOpen = signal(true);
  readonly events = signal<readonly string[]>([]);

  tell(event: string): void {
    this.events.update((earlier) => [...earlier, event]);
  }
}

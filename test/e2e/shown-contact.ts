import { Demo } from './demo.js';
import type { Visitor } from './visitor.js';

/** The contact of the demo's picture in a real panel on the real server, and what the database says of it. */
export class ShownContact {
  readonly demo: Demo;
  readonly visitor: Visitor;

  private constructor(demo: Demo, visitor: Visitor) {
    this.demo = demo;
    this.visitor = visitor;
  }

  static async open(): Promise<ShownContact> {
    const demo = await Demo.open();
    const visitor = await demo.visit('/?contact=c_1001');
    await visitor.page.locator('::-p-text(Amélie Fontaine)').click();
    await visitor.find('button', 'Edit name');
    return new ShownContact(demo, visitor);
  }

  /** Opens the editor of a field by keyboard; its control's role is ARIA's, or Chromium's where ARIA has none. */
  async edit(label: string, role: string): Promise<void> {
    await this.visitor.tabTo(`Edit ${label}`);
    await this.visitor.press('Enter');
    await this.visitor.find(role, label);
  }

  retype(text: string): Promise<void> {
    return this.visitor.retype(text);
  }

  /** Empties the three or more parts of the platform's date control that has the focus. */
  async emptyParts(parts: number): Promise<void> {
    for (let part = 0; part < parts; part++) await this.visitor.press('Backspace', 'ArrowRight');
  }

  /** Saves, by the button of the open editor, reached by Tab, and waits until the panel has heard the answer. */
  async save(): Promise<void> {
    await this.visitor.tabTo(/^Save /);
    await this.visitor.press('Enter');
    await this.visitor.settled();
  }

  /** A custom value as it lies in the database; `undefined` where there is none. */
  async custom(key: string): Promise<unknown> {
    const [row] = await this.demo.query<{ custom: Readonly<Record<string, unknown>> }>(
      "SELECT custom FROM contacts WHERE id = 'c_1001'",
    );
    return row?.custom[key];
  }

  close(): Promise<void> {
    return this.demo.close();
  }
}

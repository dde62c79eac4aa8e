import { expect } from '@open-wc/testing';
import { defineFieldType } from '../../src/core/field-type.js';
import type { FieldEditing } from '../../src/core/field-type.js';
import { editingOf, loadEditing, typedOf, valueOf } from '../../src/fields/field-editing.js';
import './kit.js';

const CONTACT = { id: 'c_1' };

const fieldOf = (type: string) => ({ key: 'it', type });

describe('how a field is edited', () => {
  it('is known at once for a type that brings it', () => {
    expect(editingOf(fieldOf('email'))?.input).to.equal('email');
  });

  it('is known after loading for a type that loads it, and is loaded once', async () => {
    let loads = 0;
    const editing: FieldEditing = { input: 'text' };
    const edit = async () => {
      loads++;
      return editing;
    };
    defineFieldType({ name: 'loaded', text: String, edit });
    expect(editingOf(fieldOf('loaded'))).to.equal(undefined);
    await loadEditing([fieldOf('email'), fieldOf('loaded')]);
    await loadEditing([fieldOf('loaded')]);
    expect(editingOf(fieldOf('loaded'))).to.equal(editing);
    expect(loads).to.equal(1);
  });

  it('is loaded again after a failure', async () => {
    let loads = 0;
    const edit = async (): Promise<FieldEditing> => {
      if (++loads === 1) throw new TypeError('offline');
      return { input: 'text' };
    };
    defineFieldType({ name: 'flaky', text: String, edit });
    expect(await loadEditing([fieldOf('flaky')]).catch((error: unknown) => String(error))).to.contain('offline');
    await loadEditing([fieldOf('flaky')]);
    expect(editingOf(fieldOf('flaky'))?.input).to.equal('text');
  });

  it('is loaded with the library for phone numbers only when a phone number is edited', async () => {
    expect(editingOf(fieldOf('phone'))).to.equal(undefined);
    await loadEditing([fieldOf('phone')]);
    expect(editingOf(fieldOf('phone'))?.parse?.('+60 12-345 6789', CONTACT)).to.equal('+60123456789');
    expect(editingOf(fieldOf('phone'))?.implies?.('+60123456789')).to.deep.equal({ country: 'MY' });
  });

  it('is nothing for a type that is only shown, or that nobody has defined', async () => {
    defineFieldType({ name: 'shown', text: String });
    for (const type of ['shown', 'no such type']) {
      expect(editingOf(fieldOf(type))).to.equal(undefined);
      expect(await loadEditing([fieldOf(type)]).catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    }
  });
});

describe('the value of what was typed', () => {
  before(() => loadEditing([fieldOf('number')]));

  const saved = (type: string, typed: string, was = null) => valueOf(fieldOf(type), typed, was, CONTACT, 'en');

  it('is what the type makes of the text, and none where nothing was typed', () => {
    expect(saved('text', ' Ana ')).to.equal('Ana');
    expect(saved('text', ' ')).to.equal(null);
    expect(saved('number', '1,5')).to.equal(1.5);
    expect(saved('checkbox', 'false')).to.equal(false);
  });

  it('is the value that was there where the text is the same, however it was written', () => {
    expect(valueOf(fieldOf('number'), '12.50', '12.50', CONTACT, 'en')).to.equal('12.50');
    expect(valueOf(fieldOf('checkbox'), 'true', 'true', CONTACT, 'en')).to.equal('true');
  });

  it('is what was chosen where a value is chosen, and none where nothing was', () => {
    const rui = { id: 'u_1', name: 'Rui' };
    expect(typedOf(fieldOf('person'), rui)).to.equal(rui);
    expect(valueOf(fieldOf('person'), rui, null, CONTACT, 'en')).to.equal(rui);
    expect(valueOf(fieldOf('multilist'), [], ['a'], CONTACT, 'en')).to.equal(null);
    expect(typedOf(fieldOf('phone'), null)).to.equal('');
  });
});

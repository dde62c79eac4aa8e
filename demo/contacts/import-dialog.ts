import { html, nothing, render } from 'lit';
import type { TemplateResult } from 'lit';
import Papa from 'papaparse';
import { loadImportFields } from '../shell/api.js';
import type { ImportField } from '../shell/api.js';
import { createDialog } from '../shell/dialog.js';
import { formatCount } from '../shell/format.js';
import { runImport } from './import-run.js';
import type { ImportResult } from './import-run.js';
import { guessTargets, readImport, rowsFor, TAGS } from './import-table.js';
import type { ColumnTarget, ImportTable } from './import-table.js';

const STANDARD_LABELS = new Map([
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['country', 'Country'],
  ['language', 'Language'],
  ['email', 'Email address'],
  ['phone', 'Phone number'],
  ['status', 'Status'],
]);
const FEW = 5;

/** Opens the import of contacts from a file. `onChange` is called when there are new ones. */
export function importFile(onChange: () => void): void {
  new ImportDialog(onChange).open();
}

/** A file is chosen, its columns are looked at, a dry run says what would become of it, and then it is done. */
class ImportDialog {
  readonly #onChange: () => void;
  readonly #dialog = createDialog('import-title', 'import-text');
  readonly #closing = new AbortController();
  /** The same for every attempt at a file: what is sent again is not added again. */
  #importId = crypto.randomUUID();
  #fields: readonly ImportField[] = [];
  #fileName = '';
  #table: ImportTable | undefined;
  #targets: readonly ColumnTarget[] = [];
  #step: 'file' | 'columns' | 'checked' | 'done' = 'file';
  #result: ImportResult | undefined;
  /** How many rows have been sent, while some are. */
  #progress: number | undefined;
  #error = '';
  #reportUrl = '';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  open(): void {
    this.#dialog.classList.add('import-dialog');
    this.#dialog.addEventListener('close', () => {
      this.#closing.abort();
      URL.revokeObjectURL(this.#reportUrl);
    });
    this.#update();
    this.#dialog.showModal();
  }

  #update(): void {
    const steps = {
      file: () => this.#renderFile(),
      columns: () => this.#renderColumns(),
      checked: () => this.#renderResult(),
      done: () => this.#renderResult(),
    };
    render(
      html`<h2 id="import-title" class="dialog-title" tabindex="-1">Import contacts</h2>
        ${steps[this.#step]()} ${this.#progress === undefined ? nothing : this.#renderProgress(this.#progress)}
        ${this.#error ? html`<p class="dialog-error" role="alert">${this.#error}</p>` : nothing}
        <div class="dialog-foot">
          <button type="button" class="button" @click=${() => this.#dialog.close()}>
            ${this.#step === 'done' ? 'Close' : 'Cancel'}
          </button>
          ${this.#renderNext()}
        </div>`,
      this.#dialog,
    );
  }

  #renderNext(): TemplateResult | typeof nothing {
    const count = this.#result?.added ?? 0;
    const isBusy = this.#progress !== undefined;
    if (this.#step === 'columns') {
      return html`<button type="button" class="button is-primary" ?disabled=${isBusy} @click=${() => void this.#run(true)}>
        Check
      </button>`;
    }
    if (this.#step !== 'checked') return nothing;
    return html`<button type="button" class="button" ?disabled=${isBusy} @click=${() => this.#show('columns')}>Back</button>
      <button type="button" class="button is-primary" ?disabled=${isBusy || !count} @click=${() => void this.#run(false)}>
        Import ${contacts(count)}
      </button>`;
  }

  #renderFile(): TemplateResult {
    const onChange = ({ target }: Event) => {
      const [file] = (target as HTMLInputElement).files ?? [];
      if (file) void this.#read(file);
    };
    return html`<p id="import-text" class="dialog-text">
        A vCard file, or a table of values (CSV) whose first row names its columns. Nothing is added before you have seen what
        would be.
      </p>
      <label class="import-file">
        File
        <input type="file" accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv" @change=${onChange} />
      </label>`;
  }

  #renderColumns(): TemplateResult {
    const { columns = [], rows = [] } = this.#table ?? {};
    return html`<p id="import-text" class="dialog-text">
        <bdi>${this.#fileName}</bdi> has ${contacts(rows.length)}. Look what each column is read into.
      </p>
      <ul class="import-columns" aria-label="Columns">
        ${columns.map((column, index) => {
          const sample = rows.find((row) => row[index]?.trim())?.[index] ?? '';
          return html`<li>
            <label>
              <span class="truncate" dir="auto">${column || `Column ${index + 1}`}</span>
              <span class="quiet truncate" dir="auto">${sample}</span>
              <select
                @change=${({ target }: Event) => {
                  const { value } = target as HTMLSelectElement;
                  this.#targets = this.#targets.with(index, value);
                }}
              >
                ${this.#choices.map(
                  ([key, label]) => html`<option value=${key} ?selected=${key === this.#targets[index]}>${label}</option>`,
                )}
              </select>
            </label>
          </li>`;
        })}
      </ul>`;
  }

  get #choices(): readonly (readonly [key: string, label: string])[] {
    const fields = this.#fields.map(({ key, label = STANDARD_LABELS.get(key) ?? key }) => [key, label] as const);
    return [['', 'Not imported'], ...fields, [TAGS, 'Tags']];
  }

  #renderResult(): TemplateResult {
    const { added = 0, skipped = [] } = this.#result ?? {};
    const unread = this.#table?.skipped.length ?? 0;
    const what = this.#step === 'done' ? 'added' : 'would be added';
    return html`<p id="import-text" class="dialog-text" role="status">
        ${contacts(added)} ${what}, ${rowsSkipped(skipped.length)}.
      </p>
      ${unread ? html`<p class="quiet">Parts of the file that have no place in a contact: ${formatCount(unread)}</p>` : nothing}
      ${skipped.length
        ? html`<ul class="import-skipped" aria-label="Skipped">
            ${skipped.slice(0, FEW).map(({ row, reason }) => html`<li>Row ${formatCount(row)}: <bdi>${reason}</bdi></li>`)}
            ${skipped.length > FEW ? html`<li class="quiet">and ${formatCount(skipped.length - FEW)} more</li>` : nothing}
          </ul>`
        : nothing}
      ${skipped.length + unread
        ? html`<a class="button" href=${this.#reportUrl} download="skipped-rows.csv">Download report</a>`
        : nothing}`;
  }

  #renderProgress(done: number): TemplateResult {
    const all = this.#table?.rows.length ?? 0;
    return html`<label class="import-progress">
      ${formatCount(done)} of ${formatCount(all)}
      <progress max=${all} .value=${done}></progress>
    </label>`;
  }

  async #read(file: File): Promise<void> {
    this.#error = '';
    try {
      const [table, fields] = [await readImport(file), await loadImportFields()];
      if (!table.rows.length) throw new TypeError('No rows');
      this.#table = table;
      this.#fields = fields;
      this.#fileName = file.name;
      this.#targets = guessTargets(table.columns, fields);
      this.#show('columns');
    } catch {
      this.#error = 'There are no contacts in this file that can be read.';
      this.#update();
    }
  }

  async #run(isDryRun: boolean): Promise<void> {
    const table = this.#table;
    if (!table || this.#progress !== undefined) return;
    this.#error = '';
    const onProgress = (done: number) => {
      this.#progress = done;
      this.#update();
    };
    onProgress(0);
    try {
      const rows = rowsFor(table, this.#targets);
      this.#result = await runImport(this.#importId, rows, { isDryRun, onProgress, signal: this.#closing.signal });
      URL.revokeObjectURL(this.#reportUrl);
      this.#reportUrl = URL.createObjectURL(new Blob([reportOf(this.#result, table)], { type: 'text/csv' }));
      this.#progress = undefined;
      if (!isDryRun) this.#onChange();
      this.#show(isDryRun ? 'checked' : 'done');
    } catch {
      if (this.#closing.signal.aborted) return this.#onChange();
      this.#progress = undefined;
      this.#error = isDryRun
        ? 'The file could not be checked. You can try again.'
        : 'The import was interrupted. Try again: what has been added is not added twice.';
      this.#update();
    }
  }

  #show(step: 'columns' | 'checked' | 'done'): void {
    this.#step = step;
    this.#update();
    this.#dialog.querySelector<HTMLElement>('#import-title')?.focus();
  }
}

/** The rows that were skipped, with why, and what stood in them; and what of the file was in no row. */
function reportOf({ skipped }: ImportResult, { columns, rows, skipped: unread }: ImportTable): string {
  return Papa.unparse(
    [
      ['Row', 'Reason', ...columns],
      ...skipped.map(({ row, reason }) => [row, reason, ...(rows[row - 1] ?? [])]),
      ...unread.map(({ line, reason }) => ['', `Line ${line}: ${reason}`]),
    ],
    // What a spreadsheet would take for a formula is a text.
    { escapeFormulae: true },
  );
}

function contacts(count: number): string {
  return count === 1 ? '1 contact' : `${formatCount(count)} contacts`;
}

function rowsSkipped(count: number): string {
  return count === 1 ? '1 row skipped' : `${formatCount(count)} rows skipped`;
}

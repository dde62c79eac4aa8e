const panel = document.querySelector('contact-details');
const events = document.querySelector('#events');
const toggle = document.querySelector('#toggle');

panel.actions = [{ id: 'call', label: 'Call' }];

document.querySelector('#first').addEventListener('click', () => (panel.contactId = 'c_1'));
document.querySelector('#second').addEventListener('click', () => (panel.contactId = 'c_2'));
document.querySelector('#readonly').addEventListener('change', ({ target }) => (panel.readonly = target.checked));
toggle.addEventListener('click', () => {
  if (panel.isConnected) panel.remove();
  else events.before(panel);
  toggle.textContent = panel.isConnected ? 'Close' : 'Open';
});

panel.addEventListener('view-messages', ({ type, contactId }) => tell(type, contactId));
panel.addEventListener('contact-action', ({ type, contactId, action }) => tell(type, contactId, action));
panel.addEventListener('contact-saved', ({ type, contact }) => tell(type, contact.id));
panel.addEventListener('delete-contact', ({ type, contactId }) => tell(type, contactId));
panel.addEventListener('contact-deleted', ({ type, contactId }) => tell(type, contactId));

function tell(...words) {
  const line = document.createElement('li');
  line.textContent = words.join(' ');
  events.append(line);
}

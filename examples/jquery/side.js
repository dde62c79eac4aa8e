/** The panel of a page whose server has printed the contacts into it. What people change goes back by `contact-saved`. */
jQuery(function ($) {
  const contacts = new Map(JSON.parse($('#contacts').text()).map((contact) => [contact.id, contact]));
  const $panel = $('contact-details');
  const $events = $('#events');

  $panel.prop({ contact: contacts.get('c_1'), can: { delete: true }, actions: [{ id: 'call', label: 'Call' }] });

  $('#first').on('click', () => $panel.prop('contact', contacts.get('c_1')));
  $('#second').on('click', () => $panel.prop('contact', contacts.get('c_2')));
  // Not by `prop`, which makes `readOnly` of this name.
  $('#readonly').on('change', ({ target }) => ($panel[0].readonly = target.checked));
  $('#toggle').on('click', function () {
    const isOpen = $panel.prop('isConnected');
    if (isOpen) $panel.detach();
    else $events.before($panel);
    $(this).text(isOpen ? 'Open' : 'Close');
  });

  // jQuery’s event has the panel’s own inside, with its fields.
  $panel.on('view-messages delete-contact', ({ type, originalEvent }) => tell(type, originalEvent.contactId));
  $panel.on('contact-action', ({ type, originalEvent }) => tell(type, originalEvent.contactId, originalEvent.action));
  $panel.on('contact-saved', ({ type, originalEvent: { contact } }) => {
    contacts.set(contact.id, contact);
    tell(type, contact.id);
  });
  $panel.on('contact-deleted', ({ type, originalEvent: { contactId } }) => {
    contacts.delete(contactId);
    tell(type, contactId);
  });

  function tell(...words) {
    $('<li>').text(words.join(' ')).appendTo($events);
  }
});

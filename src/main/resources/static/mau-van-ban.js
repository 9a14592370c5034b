// A template is sent as soon as it is chosen; the server says what is wrong with it.
for (const input of document.querySelectorAll('input[type=file]')) {
  input.addEventListener('change', () => input.form.submit());
}

// A chosen file goes into the text field, where it can be read before it is sent.
const file = document.getElementById('csv-file');
file.addEventListener('change', async () => {
  if (file.files.length === 1) {
    document.getElementById('csv').value = await file.files[0].text();
    file.value = '';
  }
});

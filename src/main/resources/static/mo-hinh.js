// Diagrams are drawn by bpmn-js; its mark stays visible, as its licence asks.
for (const place of document.querySelectorAll('.diagram')) {
  const viewer = new window.BpmnJS({ container: place });
  try {
    await viewer.importXML(await (await fetch(place.dataset.source)).text());
    const canvas = viewer.get('canvas');
    const drawn = viewer.get('elementRegistry');
    for (const [id, kind] of (place.dataset.marks ?? '').split(' ').filter(Boolean).map(mark => mark.split(':'))) {
      if (drawn.get(id)) canvas.addMarker(id, kind);
    }
    canvas.zoom('fit-viewport');
  } catch {
    place.textContent = place.dataset.failed;
  }
}

// A chosen or dropped file is checked at once.
for (const input of document.querySelectorAll('.drop input[type=file]')) {
  input.addEventListener('change', () => input.form.submit());
  input.form.addEventListener('dragover', event => event.preventDefault());
  input.form.addEventListener('drop', event => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    input.form.submit();
  });
}

if (document.querySelector('progress.moving')) setTimeout(() => location.reload(), 3000);

// The pages work without this file. It makes leaving instant, moves focus to what must be read, and closes an open
// thread that nobody looks at. No data leaves or stays in the browser through it.
'use strict';
(() => {
  const root = document.documentElement;
  const all = (selector) => document.querySelectorAll(selector);

  // --- leave this page
  const exit = document.querySelector('.govuk-exit-this-page');
  const words = exit.dataset;
  let overlay;

  function leave(event) {
    if (event) event.preventDefault();
    if (overlay) return;
    // The screen is empty in this very frame, the words are out of the form, and the tab has another name.
    document.title = words.loading;
    document.body.classList.add('govuk-exit-this-page-hide-content');
    overlay = document.createElement('div');
    overlay.className = 'govuk-exit-this-page-overlay';
    overlay.setAttribute('role', 'alert');
    document.body.append(overlay);
    overlay.textContent = words.loading;
    all('form').forEach((form) => {
      form.autocomplete = 'off';
      form.reset();
    });
    all('textarea, input:not([type=hidden])').forEach((field) => {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false;
      else field.value = '';
    });
    try {
      fetch('/leave', { keepalive: true, redirect: 'manual', cache: 'no-store' }).catch(() => {});
    } finally {
      // Not a new entry in the history: this page's own entry becomes the other page.
      location.replace(words.to);
    }
  }

  all('[data-exit]').forEach((link) => {
    link.addEventListener('click', leave);
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') leave(event);
    });
  });

  // --- Shift three times, at most five seconds between two; Shift with a key or a touch does not
  const dots = document.createElement('span');
  dots.className = 'hh-exit__dots';
  dots.setAttribute('aria-hidden', 'true');
  exit.querySelector('.hh-exit').append(dots);
  const voice = document.createElement('span');
  voice.className = 'govuk-visually-hidden';
  voice.setAttribute('role', 'status');
  exit.append(voice);
  let presses = 0;
  let alone = false;
  let timer;

  function count(to, said) {
    clearTimeout(timer);
    presses = to;
    dots.textContent = to ? '●●○'.slice(2 - to, 2) + '○'.repeat(3 - to) : '';
    voice.textContent = said;
    if (to) timer = setTimeout(() => count(0, words.late), 5000);
  }

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Shift') {
      if (!event.repeat) alone = true;
    } else {
      alone = false;
      if (presses) count(0, '');
    }
  });
  document.addEventListener('pointerdown', () => (alone = false));
  document.addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    if (presses === 2) leave();
    else count(presses + 1, presses ? words.two : words.one);
  });

  // --- Back: what the browser kept in memory is not shown; the server decides anew
  addEventListener('pagehide', (event) => {
    if (event.persisted) root.classList.add('hh-gone');
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      root.classList.add('hh-gone');
      location.reload();
    }
  });

  // --- a first visit: from now on the browser may keep the words, should the connection break while sending
  const [visit] = performance.getEntriesByType('navigation');
  if (!visit || visit.type !== 'back_forward') {
    all('form[data-first]').forEach((form) => {
      form.autocomplete = 'on';
    });
  }

  // --- errors and notices
  const message = document.querySelector('[data-focus]');
  if (message) {
    message.focus();
    message.addEventListener('click', (event) => {
      const field = event.target.hash && document.querySelector(event.target.hash);
      if (field) {
        event.preventDefault();
        (field.closest('.hh-field') || field).scrollIntoView(); // with its question
        field.focus({ preventScroll: true });
      }
    });
  }

  // --- the code is shown once; where pictures are switched off this says that the page has arrived
  const seen = document.querySelector('.hh-seen');
  addEventListener('load', () => {
    if (seen && !seen.naturalWidth) fetch(seen.src).catch(() => {});
  });

  // --- an open thread closes after ten minutes in which nothing happened; what is being written stays
  const thread = document.querySelector('[data-idle]');
  if (thread) {
    const most = 600000;
    let idle;
    let last = Date.now();
    const close = () => {
      thread.remove();
      document.querySelector('[data-idle-words]').hidden = false;
    };
    // A timer stands still while the phone sleeps: whoever wakes it may be somebody else
    const look = () => {
      if (Date.now() - last >= most) {
        close();
      }
    };
    const wake = () => {
      look();
      last = Date.now();
      clearTimeout(idle);
      idle = setTimeout(close, most);
    };
    ['keydown', 'pointerdown', 'scroll'].forEach((type) => addEventListener(type, wake, { passive: true }));
    ['focus', 'pageshow'].forEach((type) => addEventListener(type, look));
    document.addEventListener('visibilitychange', look);
    wake();
  }
})();

import { deletedInLaterLayer } from '../../server/src/language/lint/rules/deleted-in-later-layer';
import { testRule } from '../support/testRule';

testRule(deletedInLaterLayer, {
  good: [
    'FROM debian\nCOPY a.deb /tmp/\nRUN dpkg -i /tmp/a.deb',
    'FROM debian\nRUN curl -fo /tmp/a.deb https://a && dpkg -i /tmp/a.deb && rm /tmp/a.deb',
    'FROM debian\nCOPY install.sh /tmp/\nRUN /tmp/install.sh && rm /tmp/install.sh',
    'FROM debian\nCOPY . /app\nRUN rm -rf /app/tests /tmp/*',
    // its layers are in no image
    'FROM debian AS b\nCOPY a.deb /tmp/\nRUN rm /tmp/a.deb\nFROM debian\nCOPY --from=b /x /x',
    'FROM debian\nRUN apt-get update && apt-get install -y gcc && apt-get purge -y gcc && rm -rf /var/lib/apt/lists/*',
    'FROM debian\nRUN apt-get update\nRUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*',
    'FROM alpine\nRUN apk add --no-cache curl\nRUN rm -rf /var/cache/apk/*',
    // another folder, or nobody knows which
    'FROM debian\nWORKDIR /a\nCOPY a.deb ./\nRUN cd /b && rm a.deb\nRUN cd $X && rm a.deb',
    'FROM debian\nCOPY a.deb /tmp/\nRUN if [ -n "$X" ]; then rm /tmp/a.deb; fi',
  ],
  bad: [
    {
      code: 'FROM debian\nCOPY a.deb /tmp/\nRUN dpkg -i /tmp/a.deb\nRUN rm -f «/tmp/a.deb»',
      message: /`a.deb` stays in the layer that brought it/,
    },
    { code: 'FROM debian\nCOPY big.zip /tmp/\nRUN ls && rm -rf «/tmp/*»' },
    { code: 'FROM debian\nENV D=/opt/x\nCOPY src $D\nRUN make -C $D\nRUN rm -rf «/opt/x»' },
    { code: 'FROM debian\nADD https://a.example/b.zip /\nRUN rm «/b.zip»' },
    { code: 'FROM debian\nWORKDIR /w\nRUN wget -q https://a/b.tgz\nRUN tar xf b.tgz\nRUN rm «b.tgz»' },
    { code: 'FROM debian\nRUN git clone --depth 1 https://a/b.git\nRUN make -C b\nRUN rm -rf «b»' },
    {
      code: 'FROM debian\nRUN apt-get install -y gcc make\nRUN make\nRUN «apt-get purge» -y gcc',
      message: /`gcc` was installed in a layer above/,
    },
    { code: 'FROM alpine\nRUN apk add --no-cache -t .b gcc\nRUN make && «apk del» .b' },
    { code: 'FROM debian\nRUN apt-get update && apt-get install -y x\nRUN rm -rf «/var/lib/apt/lists/*»' },
    { code: 'FROM fedora\nRUN dnf -y install x\nRUN «dnf clean all»' },
    { code: 'FROM debian AS b\nCOPY a.deb /\nFROM b\nCOPY c.deb /\nRUN rm /a.deb «/c.deb»' },
  ],
});

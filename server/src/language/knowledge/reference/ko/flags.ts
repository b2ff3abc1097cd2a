/** The same facts and sources as `../en/flags`, in Korean. */
import type { FlagTexts, MountTexts } from '../types';

const chown =
  '복사한 파일의 소유자를 `사용자:그룹`으로 정해요. 이름이나 숫자를 쓸 수 있어요. 없으면 USER 뒤에서도 root(`0:0`)가 주인이에요. 이름은 이미지의 `/etc/passwd`에서 찾으니까 `FROM scratch`에서는 숫자를 쓰세요. 리눅스 이미지에서만 쓸 수 있어요.';
const chmod =
  '복사한 파일의 권한을 정해요. 8진수(`755`)로, 1.14부터는 기호(`u=rwX,go=rX`)로도 써요. 나중에 `RUN chmod`를 하면 파일이 레이어에 한 번 더 저장되는데, 그걸 피할 수 있어요. 리눅스 이미지에서만 쓸 수 있어요.';
const link =
  '앞 레이어와 상관없는 독립된 레이어에 파일을 넣어요. 앞이 바뀌어도 캐시가 유지되고, 다시 빌드하지 않고 베이스 이미지를 바꿀 수 있어요. 대상 경로의 심볼릭 링크는 따라가지 않아요.';
const exclude =
  '패턴에 맞는 파일을 빼고 복사해요. 여러 번 쓸 수 있어요. 절대 복사하지 않을 파일은 `.dockerignore`에 적는 편이 나아요. 빌더로 보내지도 않으니까요.';

export const flags: FlagTexts = {
  FROM: {
    platform: {
      text: '멀티 플랫폼 이미지에서 어떤 플랫폼을 쓸지 정해요. 없으면 빌드 대상 플랫폼이에요. `$BUILDPLATFORM`을 쓰면 스테이지가 네이티브로 돌면서 크로스 컴파일하니까 에뮬레이션보다 훨씬 빨라요.',
      example: 'FROM --platform=$BUILDPLATFORM golang:1.24 AS build',
    },
  },
  RUN: {
    mount: {
      text: '이 명령 하나에만 파일을 마운트해요. 레이어에는 남지 않아요. 캐시, 비밀 값, SSH 에이전트, 컨텍스트나 다른 스테이지의 파일을 쓸 수 있어요.',
      example: 'RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt',
    },
    network: {
      text: '명령이 쓸 네트워크를 정해요.',
      example: 'RUN --network=none pip install --no-index --find-links=wheels app',
      values: {
        default: '빌드의 기본 네트워크예요. 플래그가 없는 것과 같아요.',
        none: '자기 루프백 말고는 네트워크가 없어요. 이 단계가 아무것도 내려받지 않는다는 것을 보장해요.',
        host: '빌드하는 호스트의 네트워크예요. `--allow network.host`로 빌드해야 해요.',
      },
    },
    security: {
      text: '명령을 빌더의 샌드박스 안에서 실행할지 정해요.',
      example: 'RUN --security=insecure containerd --version',
      values: {
        sandbox: '기본값이에요. 추가 권한이 없어요.',
        insecure:
          '`docker run --privileged`와 같아요. 빌드하는 컴퓨터의 커널에 모든 권한을 가져요. 데몬과 빌드(`--allow security.insecure`) 양쪽에서 허용해야 해요.',
      },
    },
    device: {
      text: 'GPU 같은 CDI 장치를 명령에서 쓸 수 있게 해요. `,required`를 붙이면 장치가 없을 때 실패해요. BuildKit 0.20과 `--allow device`가 필요해요.',
      example: 'RUN --device=nvidia.com/gpu=all ./train.sh',
    },
  },
  COPY: {
    from: {
      text: '빌드 컨텍스트 대신 다른 빌드 스테이지(이름이나 번호), 이미지, 이름 있는 컨텍스트(`--build-context`)에서 복사해요. 원본 경로는 그 파일 시스템의 루트에서 시작해요. 여기서는 변수가 바뀌지 않으니까 변수가 필요하면 스테이지에 이름을 붙이세요.',
      example: 'COPY --from=build /app/dist /usr/share/nginx/html',
    },
    chown: { text: chown, example: 'COPY --chown=app:app . /app' },
    chmod: { text: chmod, example: 'COPY --chmod=755 entrypoint.sh /usr/local/bin/' },
    link: { text: link, example: 'COPY --link --from=build /out/app /app' },
    parents: {
      text: '원본의 폴더 구조를 유지해요. `a/b.txt`가 `b.txt`가 아니라 `a/b.txt`로 들어가요. 경로에 `./`를 넣으면 그 뒤부터 유지하고, `**`는 모든 깊이와 맞아요.',
      example: 'COPY --parents packages/*/package.json ./',
    },
    exclude: { text: exclude, example: 'COPY --exclude=*.md --exclude=tests . /app' },
  },
  ADD: {
    chown: { text: chown, example: 'ADD --chown=app:app . /app' },
    chmod: { text: chmod, example: 'ADD --chmod=755 https://example.com/tool /usr/local/bin/tool' },
    link: { text: link, example: 'ADD --link rootfs.tar.gz /' },
    exclude: { text: exclude, example: 'ADD --exclude=*.md . /app' },
    'keep-git-dir': {
      text: '추가하는 Git 저장소의 `.git` 폴더를 남겨요. 없으면 파일만 들어와요.',
      example: 'ADD --keep-git-dir=true https://github.com/moby/buildkit.git#v0.10.1 /buildkit',
    },
    checksum: {
      text: '내려받은 것이 무엇이어야 하는지 적어요. HTTP는 파일의 `sha256:…`, Git은 커밋이에요. 다르면 빌드가 실패하니까 바뀌거나 위조된 파일이 들어올 수 없어요.',
      example:
        'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \\\n  https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /tmp/',
    },
    unpack: {
      text: 'tar 압축을 풀지 정해요. 없으면 로컬 파일은 풀고, 내려받은 파일은 풀지 않아요.',
      example: 'ADD --unpack=true https://example.com/tool.tar.gz /opt/tool',
    },
  },
  HEALTHCHECK: {
    interval: {
      text: '검사 사이의 간격이고, 첫 검사까지 기다리는 시간이에요. `30s`, `1m30s`처럼 쓰고 1ms 이상이어야 해요.',
      example: 'HEALTHCHECK --interval=1m CMD /check.sh',
    },
    timeout: {
      text: '검사 한 번에 허용하는 시간이에요. 넘으면 검사를 강제로 끝내고 실패로 세요.',
      example: 'HEALTHCHECK --timeout=3s CMD /check.sh',
    },
    'start-period': {
      text: '앱이 시작할 때까지 주는 시간이에요. 이 동안의 실패는 세지 않고, 한 번 성공하면 끝나요.',
      example: 'HEALTHCHECK --start-period=40s CMD /check.sh',
    },
    'start-interval': {
      text: '시작 기간 동안의 검사 간격이에요. 짧게 잡으면 앱이 뜬 것을 빨리 알 수 있어요.',
      example: 'HEALTHCHECK --start-period=1m --start-interval=2s CMD /check.sh',
    },
    retries: {
      text: '몇 번 연달아 실패해야 컨테이너를 `unhealthy`로 볼지 정해요.',
      example: 'HEALTHCHECK --retries=5 CMD /check.sh',
    },
  },
};

export const mounts: MountTexts = {
  types: {
    bind: {
      text: '빌드 컨텍스트, 스테이지, 이미지의 파일을 이 명령에만 보여 줘요. 레이어로 복사하지 않아요. 읽기 전용이고, `rw`를 쓰면 쓸 수는 있지만 쓴 내용은 버려져요. 종류를 적지 않으면 이것이에요.',
      example:
        'RUN --mount=type=bind,source=requirements.txt,target=/tmp/requirements.txt \\\n    pip install -r /tmp/requirements.txt',
    },
    cache: {
      text: '빌더가 다음 빌드까지 보관하는 디렉터리예요. 내려받은 패키지나 컴파일러 캐시에 써요. 이미지에는 절대 들어가지 않고, 언제든 비어 있을 수 있으니까 없어도 명령이 동작해야 해요.',
      example: 'RUN --mount=type=cache,target=/root/.npm npm ci',
    },
    tmpfs: {
      text: '메모리에 있는 빈 디렉터리예요. 명령이 끝나면 사라져요. 레이어에 남으면 안 되는 임시 파일에 쓰세요.',
      example: 'RUN --mount=type=tmpfs,target=/tmp,size=256m ./build.sh',
    },
    secret: {
      text: '비밀 값을 파일(`/run/secrets/<id>`)이나 환경 변수로 이 명령에만 줘요. 이미지에도 캐시에도 남지 않아요. `docker build --secret id=npm,src=.npmrc`로 넘겨요.',
      example: 'RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci',
    },
    ssh: {
      text: '빌드하는 사람의 SSH 에이전트를 써서 비공개 저장소를 받아요. 키는 이미지에 들어가지 않아요. `docker build --ssh default`로 넘겨요.',
      example: 'RUN --mount=type=ssh git clone git@github.com:me/private.git',
    },
  },
  keys: {
    type: '마운트 종류예요. 없으면 `bind`예요. 맨 앞에 쓰세요. 뒤에 오는 키를 이 종류에 맞춰 검사해요.',
    target: '빌드 컨테이너 안에서 보일 경로예요. `dst`나 `destination`으로도 써요.',
    source: '`from`에서 마운트할 파일이나 폴더예요. 없으면 전체예요. `src`로도 써요.',
    from: '파일을 가져올 빌드 스테이지, 이름 있는 컨텍스트, 이미지예요. 없으면 `bind`는 빌드 컨텍스트, `cache`는 빈 디렉터리예요. 여기서는 변수가 바뀌지 않아요.',
    readonly: '명령이 쓸 수 없게 해요. `ro`로도 써요.',
    readwrite: '명령이 쓸 수 있게 해요. 쓴 내용은 명령이 끝나면 버려져요. `rw`로도 써요.',
    id: '캐시, 비밀 값, 에이전트를 구별하는 이름이에요. 비밀 값은 `docker build --secret id=…`의 이름이고, 캐시는 적지 않으면 target이라서 경로가 같으면 캐시를 함께 써요.',
    sharing: '두 빌드가 캐시를 동시에 쓸 때 어떻게 할지 정해요.',
    required: '비밀 값이나 에이전트가 없으면 빌드를 실패시켜요. 적지 않으면 없는 채로 명령을 실행해요.',
    mode: '`0400` 같은 8진수 권한이에요.',
    uid: '소유자의 사용자 번호예요. 명령이 다른 USER로 실행되면 이것을 정해야 비밀 값을 읽을 수 있어요.',
    gid: '소유자의 그룹 번호예요.',
    size: '쓸 수 있는 최대 크기예요. `64m`, `1g`처럼 써요.',
    env: '비밀 값을 이 환경 변수에 넣어요. 파일은 `target`도 적었을 때만 만들어요.',
  },
  sharing: {
    shared: '여럿이 동시에 쓸 수 있어요(기본). npm, pip, Go에 알맞아요.',
    private: '다른 빌드가 쓰는 중이면 새 캐시를 따로 만들어요.',
    locked: '먼저 쓰는 빌드가 끝날 때까지 기다려요. apt와 dnf에는 이것이 필요해요.',
  },
};

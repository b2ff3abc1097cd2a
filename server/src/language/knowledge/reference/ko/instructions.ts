/** The same facts and source as `../en/instructions`, in Korean. */
import type { Reference } from '../types';

export const instructions: Reference['instructions'] = {
  FROM: {
    summary:
      '베이스 이미지를 골라 빌드 스테이지를 시작해요. 이미지에는 OS 정보(셸, 라이브러리, 패키지 관리자 같은 파일)가 들어 있고, 아래 명령어는 모두 그 위에 쌓여요.',
    when: '**빌드할 때** 실행돼요. 이미지를 빌드할 때 베이스 이미지를 받아 와요.',
    concept:
      '이미지는 애플리케이션과 실행 환경, OS를 하나로 묶은 패키지예요. 이미지 하나로 컨테이너를 여러 개 만들 수 있고, 컨테이너 엔진만 있으면 어디서든 실행돼요.',
    example: 'FROM python:3.13-slim AS build',
    pitfall:
      '태그를 쓰지 않으면 `latest`인데, 다음 달에는 다른 이미지가 될 수 있어요. 버전을 적고(`python:3.13-slim`), 빌드를 똑같이 재현해야 한다면 다이제스트를 쓰세요. OS의 지원 종료일이 지나기 전에 새 버전으로 옮기세요.',
  },
  RUN: {
    summary:
      '임시 컨테이너에서 명령을 실행하고, 바뀐 파일을 이미지의 새 레이어로 남겨요. 셸 형식은 OS의 명령 처리기로 실행돼요. 리눅스는 셸(`/bin/sh -c`), 윈도우는 명령 프롬프트(`cmd /S /C`)예요.',
    when: '**빌드할 때** 한 번 실행돼요. 컨테이너를 시작할 때는 실행되지 않아요.',
    example:
      'RUN apt-get update \\\n && apt-get install -y --no-install-recommends curl \\\n && rm -rf /var/lib/apt/lists/*',
    pitfall:
      'RUN마다 레이어가 따로 생겨요. 다음 RUN에서 파일을 지워도 용량은 그대로이고, `cd`나 `export`도 다음 RUN에 이어지지 않아요. 함께 할 일은 `&&`로 묶고, WORKDIR와 ENV를 쓰세요.',
  },
  CMD: {
    summary:
      '컨테이너를 시작할 때 실행할 명령을 정해요. `docker run 이미지 다른-명령`으로 바꿀 수 있고, ENTRYPOINT가 있으면 그 기본 인자가 돼요.',
    when: '**실행할 때** 동작해요. 빌드 중에는 아무것도 실행하지 않고, 컨테이너가 시작될 때마다 실행돼요.',
    concept:
      '컨테이너는 메인 프로세스가 끝나면 함께 끝나요. 컨테이너 하나에는 한 종류의 프로세스만 포그라운드로 실행하고, 로그는 표준 출력으로 내보내세요. 서비스가 더 필요하면 컨테이너를 더 띄우세요.',
    example: 'CMD ["python3", "manage.py", "runserver", "0.0.0.0:8000"]',
    pitfall:
      '대괄호 없이 쓰면 셸이 1번 프로세스가 되어 `docker stop`의 SIGTERM이 전달되지 않을 수 있어요. 그러면 10초를 기다렸다가 강제로 종료돼요. JSON 형식을 쓰세요. CMD는 마지막 것만 적용돼요.',
  },
  ENTRYPOINT: {
    summary:
      '컨테이너가 항상 실행할 프로그램을 정해요. `docker run`에서 이미지 이름 뒤에 쓴 값이, 없으면 CMD가 인자로 붙어요.',
    when: '**실행할 때** 동작해요. 빌드할 때는 기록만 하고, 컨테이너가 시작될 때마다 실행돼요.',
    example: 'ENTRYPOINT ["gunicorn"]\nCMD ["--bind", "0.0.0.0:8000", "app:app"]',
    pitfall:
      '셸 형식(대괄호 없음)은 CMD와 `docker run`의 인자를 모두 무시하고, 프로그램이 시그널을 받지 못할 수 있어요. 시작 스크립트는 `exec "$@"`로 끝내세요.',
  },
  COPY: {
    summary:
      '빌드 컨텍스트의 파일과 폴더를 이미지로 복사해요. `--from`을 쓰면 다른 스테이지나 이미지에서 복사해요. 내려받거나 압축을 풀지는 않아요.',
    when: '**빌드할 때** 실행돼요. 빌드하는 순간의 파일이 들어가고, 나중에 호스트에서 고친 내용은 다시 빌드해야 반영돼요.',
    example: 'COPY package.json package-lock.json ./\nRUN npm ci\nCOPY . .',
    pitfall:
      '폴더를 복사하면 폴더 자체가 아니라 *내용물*만 복사돼요. 파일이 하나라도 바뀌면 그 아래 레이어를 모두 다시 만들어요. 의존성 목록을 먼저 복사해서 설치한 다음 소스를 복사하세요. 비밀 값과 `node_modules`는 `.dockerignore`로 빼세요.',
  },
  ADD: {
    summary:
      '호스트(빌드 컨텍스트)의 파일을 이미지로 복사해요. `ADD . /app/`은 전부 복사한다는 뜻이에요. COPY와 달리 로컬 tar 압축을 풀고, URL과 Git 저장소도 받아 와요.',
    when: '**빌드할 때** 실행돼요. 빌드하는 순간의 파일이 들어가요.',
    example:
      'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d \\\n  https://mirrors.edge.kernel.org/pub/linux/kernel/Historic/linux-0.01.tar.gz /tmp/',
    pitfall:
      '평범한 로컬 파일에는 COPY를 쓰세요. ADD는 tar 압축 파일이면 말없이 풀어 버려요. URL로 받은 압축 파일은 `--unpack=true` 없이는 풀리지 *않아요*. `--checksum`도 함께 쓰세요.',
  },
  WORKDIR: {
    summary:
      '뒤에 오는 RUN, CMD, ENTRYPOINT, COPY, ADD가 실행될 작업 디렉터리를 정해요. 없으면 만들어 주니까 앞에서 `mkdir`을 할 필요가 없어요.',
    when: '**빌드할 때와 실행할 때** 모두 적용돼요. 아래 단계의 작업 디렉터리이고, 컨테이너가 시작되는 디렉터리예요.',
    example: 'WORKDIR /app',
    pitfall:
      '상대 경로는 앞의 WORKDIR에, 없으면 베이스 이미지가 정한 디렉터리에 이어 붙어요. `/`로 시작하세요. 디렉터리는 그 시점의 사용자로 만들어지고, USER 앞에서는 root예요. 앱이 파일을 써야 하면 `chown`하거나 USER 뒤에 WORKDIR를 쓰세요.',
  },
  ENV: {
    summary: '환경 변수를 정해요. 아래 단계와 이 이미지로 만든 모든 컨테이너에서 쓸 수 있어요.',
    when: '**빌드할 때와 실행할 때** 모두 적용돼요. 다음 줄부터, 그리고 컨테이너 안에서도 유효해요.',
    concept:
      '설정은 컨테이너를 띄울 때 환경 변수로 넘겨요. `docker run -e MYSQL_PASS=… 이미지`처럼 쓰면 여기 적은 값을 덮어써요. 그래서 이미지 하나를 개발, 테스트, 운영에서 그대로 쓸 수 있어요.',
    example: 'ENV NODE_ENV=production \\\n    PORT=8080',
    pitfall:
      '값은 이미지에 남아 누구나 볼 수 있고(`docker inspect`), 다음 RUN에서 `unset`해도 사라지지 않아요. 비밀번호는 적지 마세요. 실행할 때 `docker run -e`로, 빌드할 때는 `RUN --mount=type=secret`으로 넘기세요. 빌드에만 쓸 값은 ARG로 쓰세요.',
  },
  ARG: {
    summary:
      '`docker build --build-arg 이름=값`으로 바꿀 수 있는 변수를 선언해요. 기본값도 줄 수 있고, RUN에서는 환경 변수로 보여요.',
    when: '**빌드할 때**만 있어요. 컨테이너에는 남지 않아요. 컨테이너까지 가야 할 값은 ENV로 옮기세요.',
    example: 'ARG VERSION=1.2.3\nRUN curl -fsSLO https://example.com/tool-${VERSION}.tar.gz',
    pitfall:
      '첫 FROM 앞의 ARG는 FROM 줄에서만 쓸 수 있어요. 스테이지 안에서 쓰려면 `ARG 이름`을 다시 적으세요. 값이 `docker history`에 보이니까 비밀 값에는 쓰지 마세요. 같은 이름의 ENV가 있으면 ENV가 이겨요.',
  },
  EXPOSE: {
    summary:
      '컨테이너 안의 프로그램이 접속을 받는 포트 번호를 적어 둬요. 포트는 호스트 쪽 번호와 컨테이너 쪽 번호가 따로 있고, 실행할 때 `docker run -p 호스트:컨테이너`로 연결해요.',
    when: '**빌드할 때** 이미지에 메모만 남겨요. 포트를 열지는 않고, 연결은 실행할 때 해요.',
    example: 'EXPOSE 8000',
    pitfall:
      'EXPOSE만으로는 밖에서 접속할 수 없어요. `-p 8080:8000`을 붙이거나, `-P`로 호스트 포트를 자동으로 잡으세요. 프로그램은 `127.0.0.1`(컨테이너 자신)이 아니라 `0.0.0.0`에서 접속을 받아야 해요.',
  },
  VOLUME: {
    summary:
      '데이터를 컨테이너 레이어 밖에 둘 디렉터리를 표시해요. `docker run`에서 볼륨을 지정하지 않으면 컨테이너마다 이름 없는 볼륨이 생겨요.',
    when: '**실행할 때** 동작해요. 빌드할 때는 기록만 하고, 컨테이너가 시작될 때 볼륨을 마운트해요.',
    concept:
      '컨테이너를 삭제하면 그 안에 쓴 데이터도 사라져요. 남겨야 할 데이터에는 외부 저장소가 필요해요. 이름 있는 볼륨(`docker run -v data:/var/lib/mysql`), 호스트 폴더, S3 같은 오브젝트 스토리지를 쓰세요.',
    example: 'VOLUME ["/var/lib/postgresql/data"]',
    pitfall:
      '이름 없는 볼륨은 쌓이기만 하고 다시 찾기 어려워요. 실행할 때 이름을 붙이세요. 여기에 호스트 폴더는 적을 수 없어요. 예전 빌더에서는 이 줄 아래에서 바꾼 내용이 사라져요(BuildKit은 남겨요).',
  },
  USER: {
    summary: '아래 RUN 단계와 컨테이너 프로세스를 실행할 사용자(그리고 그룹)를 정해요.',
    when: '**빌드할 때와 실행할 때** 모두 적용돼요. 아래 단계와 ENTRYPOINT, CMD가 이 사용자로 실행돼요.',
    example: 'RUN useradd --system --uid 10001 app\nUSER app',
    pitfall:
      '이름으로 쓴 사용자는 먼저 있어야 해요. 앞에서 RUN으로 만드세요. COPY와 ADD는 여전히 root로 쓰니까 `--chown`을 붙이세요. 쿠버네티스의 `runAsNonRoot`는 숫자 사용자(`USER 10001`)만 확인할 수 있어요.',
  },
  LABEL: {
    summary: '이미지에 키-값 메모를 붙여요. 소스 저장소, 버전, 라이선스, 연락처 같은 정보예요.',
    when: '**빌드할 때** 메타데이터만 남겨요. 빌드에서도 컨테이너에서도 실행되는 것은 없어요.',
    example:
      'LABEL org.opencontainers.image.source="https://github.com/me/app" \\\n      org.opencontainers.image.version="1.2.3"',
    pitfall:
      '공백이 있는 값은 큰따옴표로 감싸세요. 작은따옴표 안의 `$VERSION`은 바뀌지 않아요. 빌드마다 바뀌는 라벨(날짜, 커밋)은 맨 끝에 두세요. 위에 두면 아래 레이어를 매번 다시 만들어요.',
  },
  MAINTAINER: {
    summary: '이미지의 작성자를 적어요. 더는 쓰지 않는 명령어이고, 라벨이 대신해요.',
    when: '**빌드할 때** 메타데이터만 남겨요.',
    example: 'MAINTAINER Jane Doe <jane@example.com>',
    pitfall: '`LABEL org.opencontainers.image.authors="…"`로 바꾸세요. 도구들은 라벨을 읽어요.',
  },
  HEALTHCHECK: {
    summary:
      '실행 중인 컨테이너가 제대로 일하는지 확인하는 방법을 정해요. 종료 코드 0이면 정상, 1이면 비정상이에요. `HEALTHCHECK NONE`은 베이스 이미지의 검사를 꺼요.',
    when: '**실행할 때** 동작해요. 실행 중인 컨테이너 *안에서* 명령을 되풀이해 실행해요.',
    concept:
      '컨테이너가 많아지면 오케스트레이션 도구(쿠버네티스, Swarm)에 맡겨요. 컨테이너를 알맞은 서버에 배치하고(스케줄링), 여러 서버를 하나처럼 다루고(클러스터링), 복제하고, 장애가 나면 새로 띄우고, 밖으로 노출해요. 그러려면 어떤 컨테이너가 정상인지 알아야 해요.',
    example: 'HEALTHCHECK --interval=30s --timeout=3s \\\n  CMD curl -fsS http://localhost:8000/ || exit 1',
    pitfall:
      '검사에 쓰는 도구가 이미지에 있어야 해요. slim이나 Alpine 이미지에는 curl이 없어요. 도커만 쓰면 unhealthy로 표시할 뿐 다시 띄우지는 않아요. 쿠버네티스는 HEALTHCHECK를 무시하고 자체 프로브를 써요.',
  },
  ONBUILD: {
    summary: '나중에 실행할 명령어를 저장해요. *다른* 이미지가 이 이미지를 `FROM`으로 쓸 때 실행돼요.',
    when: '**자식 이미지를 빌드할 때** 실행돼요. 이번 빌드에서는 아무 일도 없고, 자식의 FROM 바로 뒤에 쓴 것처럼 동작해요.',
    example: 'ONBUILD COPY . /app',
    pitfall:
      '자식 이미지를 쓰는 사람에게는 보이지 않아요. 태그 이름에 드러내세요(`myapp:1-onbuild`). 손자 이미지에는 이어지지 않고, FROM, MAINTAINER, ONBUILD는 담을 수 없어요.',
  },
  SHELL: {
    summary:
      '아래에 오는 RUN, CMD, ENTRYPOINT의 셸 형식을 실행할 명령 처리기를 정해요. 기본은 리눅스에서 `["/bin/sh", "-c"]`, 윈도우에서 `["cmd", "/S", "/C"]`예요. JSON 형식으로만 써요.',
    when: '**빌드할 때** 아래 줄을 실행할 방법을 정해요. 셸 형식의 CMD와 ENTRYPOINT에는 그대로 기록되어 실행할 때 쓰여요.',
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    pitfall:
      '그 셸이 이미지에 있어야 해요. Alpine에는 bash가 없어요(`["/bin/ash", "-eo", "pipefail", "-c"]`는 돼요). `pipefail`이 없으면 `curl … | sh` 같은 파이프에서 curl이 실패해도 모르고 지나가요.',
  },
  STOPSIGNAL: {
    summary: '`docker stop`이 컨테이너 프로세스에 종료를 요청할 때 보내는 시그널을 정해요. 기본은 SIGTERM이에요.',
    when: '**실행할 때** 쓰여요. 빌드할 때는 기록만 하고, 컨테이너를 멈출 때 보내요.',
    example: 'STOPSIGNAL SIGQUIT',
    pitfall:
      '무엇을 정하든 10초 뒤에는 SIGKILL이 가요. 셸이 프로세스를 띄웠다면(대괄호 없는 CMD) 시그널이 셸까지만 갈 수 있어요. Ctrl+C는 이 설정과 상관없이 SIGINT를 보내요.',
  },
};

export const directives: Reference['directives'] = {
  syntax: {
    summary:
      'BuildKit이 이 Dockerfile을 읽을 때 쓸 이미지를 정해요. `docker/dockerfile:1`을 쓰면 도커를 새로 설치하지 않아도 최신 안정 문법을 쓸 수 있고, `:1-labs`는 시험 중인 기능까지 더해요.',
    when: '**빌드할 때** 가장 먼저 쓰여요. 프런트엔드 이미지를 받아서 파일을 읽어요.',
    pitfall:
      '파일 맨 위, 모든 주석과 빈 줄보다 앞에 있어야 해요. 레지스트리에 접속해야 하니까 오프라인 빌드에서는 빼세요.',
  },
  escape: {
    summary:
      '줄을 잇고 다음 글자를 이스케이프하는 문자를 정해요. `\\`(기본) 또는 백틱이에요. 백틱을 쓰면 `C:\\app` 같은 윈도우 경로가 백슬래시로 끝나도 괜찮아요.',
    when: '**빌드할 때** 아래 모든 줄을 읽는 방법이 바뀌어요.',
    pitfall:
      '이 두 문자만 쓸 수 있고, 맨 위에 한 번만 적어요. 백틱으로 바꾸면 줄 끝의 `\\`는 더 이상 줄을 잇지 않아요.',
  },
  check: {
    summary:
      '빌더의 자체 검사를 설정해요. `skip=`은 일부(또는 `all`)를 건너뛰고, `error=true`는 경고가 있으면 빌드를 실패시키고, `experimental=`은 시험 중인 검사를 켜요.',
    when: '**빌드할 때** 쓰여요. 빌드나 `docker build --check`가 파일을 검사할 때 읽어요.',
    pitfall:
      '검사 이름은 대소문자를 구분해요(`JSONArgsRecommended`). `error=true`를 쓸 때는 문법 버전을 고정하세요. 나중에 추가된 검사 때문에 빌드가 깨질 수 있어요. 옵션은 `;`, 이름은 `,`로 나눠요.',
  },
};

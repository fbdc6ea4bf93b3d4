# One image for the web, the worker and its clock: only the command differs (docker-compose.yml).

FROM python:3.11-slim-bookworm AS packages
RUN pip install --no-cache-dir uv==0.13.8 && python -m venv --without-pip /opt/vigie
COPY requirements.txt .
RUN uv pip install --no-cache --python /opt/vigie/bin/python --require-hashes -r requirements.txt

FROM python:3.11-slim-bookworm
# What WeasyPrint needs and pip cannot bring.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        fonts-dejavu-core fonts-noto-color-emoji libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --home-dir /srv/vigie --shell /usr/sbin/nologin vigie \
    && install -d -o vigie -g vigie /srv/vigie /srv/vigie/files
COPY --from=packages /opt/vigie /opt/vigie
WORKDIR /app
COPY . .
ENV PATH=/opt/vigie/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings.base \
    VAR_DIR=/srv/vigie \
    WEB_CONCURRENCY=2
USER vigie
# Static files are part of the image; the key is needed to start, signs nothing and is not kept.
RUN SECRET_KEY=build python manage.py check --deploy --tag pdf \
    && SECRET_KEY=build python manage.py collectstatic --noinput --verbosity 0
# The only thing here that must outlive the container: exhibits and PDFs.
VOLUME /srv/vigie/files
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=6s --start-period=20s CMD ["python", "scripts/health.py"]
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", \
     "--threads", "4", "--worker-tmp-dir", "/dev/shm", "--no-control-socket", "--access-logfile", "-"]
